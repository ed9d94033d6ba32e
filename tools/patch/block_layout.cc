#include "tools/patch/block_layout.h"

#include <algorithm>

#include "tools/patch/line_layout.h"
#include "tools/patch/post_image.h"
#include "tools/patch/table_columns.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

LineWords WordsOf(const PostLine &line)
{
    return {line.line.words, line.line.column_zero, line.line.column_known,
            line.line.gaps};
}

class BlockLayout {
 public:
    BlockLayout(const CodeState &state, const PostImage &image,
                std::size_t begin, std::size_t end, const FileStyle &file,
                const LayoutStyle &style)
        : start_(state), image_(image), begin_(begin), end_(end), file_(file),
          style_(style)
    {
    }

    std::vector<std::string> Run()
    {
        if (style_.declaration == DeclarationGap::kAligned) {
            MeasureNames();
        }
        if (CommentBlanks() > 0) {
            MeasureComments();
        }
        if (style_.table >= TableStyle::kFitted) {
            MeasureTables();
        }
        return Pass();
    }

 private:
    static constexpr std::size_t kNearby = 30;  // lines
    static constexpr std::size_t kNearbyMacro = 400;
    static constexpr int kLastColumn = 78;

    int CommentBlanks() const
    {
        switch (style_.comment) {
        case CommentGap::kAligned1:
            return 1;
        case CommentGap::kAligned2:
            return 2;
        case CommentGap::kAligned4:
            return 4;
        default:
            return 0;
        }
    }

    bool UsesTabs() const { return style_.indent == IndentStyle::kTab; }

    static int RoundUp(int column, int unit)
    {
        return (column + unit - 1) / unit * unit;
    }

    // Puts the names of all declarations behind the longest type.
    void MeasureNames()
    {
        CodeState state = start_;
        int most = 0;
        for (std::size_t i = begin_; i < end_; i++) {
            most = std::max(most, ColumnBefore(state, i, DeclaredName));
            state.Advance(Text(state, i));
        }
        neighbours_.declaration_column =
            RoundUp(most + 1, UsesTabs() ? 8 : file_.unit);
    }

    // Puts the comments of lines without an empty one between them behind
    // the longest of these lines.
    void MeasureComments()
    {
        CodeState state = start_;
        comment_columns_.assign(end_ - begin_, 0);
        std::size_t group = begin_;
        int most = 0;
        for (std::size_t i = begin_; i <= end_; i++) {
            if (i == end_ || IsBlank(Text(state, i))) {
                int column = RoundUp(most + CommentBlanks(),
                                     UsesTabs() ? 8 : 1);
                std::fill(comment_columns_.begin() + (group - begin_),
                          comment_columns_.begin() + (i - begin_), column);
                group = i;
                most = 0;
            }
            if (i < end_) {
                most = std::max(most, ColumnBefore(state, i, TrailingComment));
                state.Advance(Text(state, i));
            }
        }
    }

    // Puts what is aligned in lines that follow one another behind the
    // longest of them.
    void MeasureTables()
    {
        CodeState state = start_;
        table_columns_.assign(end_ - begin_, 0);
        std::size_t group = begin_;
        int most = 0;
        for (std::size_t i = begin_; i <= end_; i++) {
            int column = i < end_ ? ColumnBefore(state, i, AlignedWord) : 0;
            if (column == 0) {
                std::fill(table_columns_.begin() + (group - begin_),
                          table_columns_.begin() + (i - begin_),
                          TableColumn(most));
                group = i + 1;
                most = 0;
            }
            most = std::max(most, column);
            if (i < end_) {
                state.Advance(Text(state, i));
            }
        }
    }

    int TableColumn(int longest) const
    {
        switch (style_.table) {
        case TableStyle::kFittedTwo:
            return longest + 2;
        case TableStyle::kFittedStop:
            return RoundUp(longest + 1, 8);
        case TableStyle::kPage:
            return kLastColumn;
        default:
            return longest + 1;
        }
    }

    void UseTable(std::size_t i)
    {
        const std::vector<std::string> &words = image_.lines[i].line.words;
        neighbours_.gap_columns.clear();
        if (!table_columns_.empty() && AlignedWord(words) > 0) {
            neighbours_.gap_columns.resize(words.size());
            neighbours_.gap_columns[AlignedWord(words)] =
                table_columns_[i - begin_];
        } else if (style_.table == TableStyle::kAsNeighbour) {
            FollowNeighbour(i, words);
        }
    }

    // Takes the columns of the nearest line that is a row of a table and may
    // be one of the same.
    void FollowNeighbour(std::size_t i, const std::vector<std::string> &words)
    {
        if (words.empty()) {
            return;
        }
        bool directive = words[0] == "#define" || words.back() == "\\";
        std::size_t farthest = directive ? kNearbyMacro : kNearby;
        for (std::size_t away = 1; away <= farthest; away++) {
            for (std::size_t at : {i - away, i + away}) {
                if (at < image_.lines.size() && image_.lines[at].known &&
                    IsRowLike(words, image_.lines[at].text)) {
                    TakeColumns(image_.lines[at].text, words);
                    return;
                }
            }
        }
    }

    void TakeColumns(const std::string &row,
                     const std::vector<std::string> &words)
    {
        TableColumns table = ColumnsOf(row);
        neighbours_.gaps_have_tabs = table.tabs;
        if (words.back() == "\\") {
            neighbours_.gap_columns.assign(words.size(), 0);
            neighbours_.gap_columns.back() = table.columns.back();
        } else {
            neighbours_.gap_columns = std::move(table.columns);
        }
    }

    // Where line `i` ends before the word that `word_of` names; 0 without one.
    int ColumnBefore(const CodeState &state, std::size_t i,
                     std::size_t (*word_of)(const std::vector<std::string> &))
        const
    {
        LineWords line = WordsOf(image_.lines[i]);
        std::size_t word = state.InComment() ? 0 : word_of(line.words);
        if (word == 0 || image_.lines[i].known) {
            return 0;
        }
        line.words.resize(word);
        return ColumnAfter(
            LayOutLine(state, line, file_, style_, neighbours_));
    }

    std::vector<std::string> Pass()
    {
        std::vector<std::string> texts;
        CodeState state = start_;
        for (std::size_t i = begin_; i < end_; i++) {
            if (!comment_columns_.empty()) {
                neighbours_.comment_column = comment_columns_[i - begin_];
            }
            UseTable(i);
            texts.push_back(Text(state, i));
            bool was_in_comment = state.InComment();
            state.Advance(texts.back());
            FollowDoc(image_.lines[i], texts.back(), was_in_comment);
        }
        return texts;
    }

    std::string Text(const CodeState &state, std::size_t i) const
    {
        const PostLine &post = image_.lines[i];
        if (post.known) {
            return post.text;
        }
        if (!post.line.forms.empty()) {
            std::size_t form = std::min(std::size_t(style_.form),
                                        post.line.forms.size() - 1);
            return post.line.forms[form];
        }
        const std::string *moved = style_.moved ? image_.Moved(post.line)
                                                : nullptr;
        return moved ? *moved
                     : LayOutLine(state, WordsOf(post), file_, style_,
                                  neighbours_);
    }

    // Remembers where the text of " * name() - text" is, for the lines that
    // go on with it.
    void FollowDoc(const PostLine &post, const std::string &text,
                   bool in_comment)
    {
        const std::vector<std::string> &words = post.line.words;
        bool ends = !in_comment || words.size() < 2 ||
                    text.find("*/") != std::string::npos;
        if (style_.hang == DocHang::kBlank || ends) {
            neighbours_.hang_column = 0;
            return;
        }
        for (std::size_t i = 1; i + 1 < words.size() && i < 4; i++) {
            bool colon = i < 3 && words[i].ends_with(':');
            if (words[i] == "-" || colon) {
                std::string mark = words[i] + " ";
                neighbours_.hang_column = ColumnAfter(
                    text.substr(0, text.find(" " + mark) + 1 + mark.size()));
                return;
            }
        }
    }

    CodeState start_;
    const PostImage &image_;
    std::size_t begin_;
    std::size_t end_;
    const FileStyle &file_;
    const LayoutStyle &style_;
    LayoutNeighbours neighbours_;
    std::vector<int> comment_columns_;  // per line of the block
    std::vector<int> table_columns_;
};

}  // namespace

std::vector<std::string> LayOutBlock(CodeState state, const PostImage &image,
                                     std::size_t begin, std::size_t end,
                                     const FileStyle &file,
                                     const LayoutStyle &style)
{
    return BlockLayout(state, image, begin, end, file, style).Run();
}

}  // namespace laio
