#include "tools/patch/block_layout.h"

#include <algorithm>

#include "tools/patch/line_layout.h"
#include "tools/patch/post_image.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

LineWords WordsOf(const PostLine &line)
{
    return {line.line.words, line.line.column_zero};
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
        bool aligned_names = style_.declaration == DeclarationGap::kAligned;
        if (aligned_names) {
            MeasureNames();
        }
        if (CommentBlanks() > 0) {
            MeasureComments();
        }
        return Pass();
    }

 private:
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

    int RoundUp(int column) const
    {
        return UsesTabs() ? (column + 7) / 8 * 8 : column;
    }

    // Finds the column after the longest type, with the gap left out.
    void MeasureNames()
    {
        Measure([&](const LineWords &line) { return DeclaredName(line.words); },
                1, &neighbours_.declaration_column);
        int unit = UsesTabs() ? 8 : file_.unit;
        int &column = neighbours_.declaration_column;
        column = (column + unit - 1) / unit * unit;
    }

    void MeasureComments()
    {
        Measure([&](const LineWords &line) {
            return TrailingComment(line.words);
        }, CommentBlanks(), &neighbours_.comment_column);
        neighbours_.comment_column = RoundUp(neighbours_.comment_column);
    }

    template <typename WordOf>
    void Measure(WordOf word_of, int blanks, int *column)
    {
        CodeState state = start_;
        int most = 0;
        for (std::size_t i = begin_; i < end_; i++) {
            LineWords line = WordsOf(image_.lines[i]);
            std::size_t word = state.InComment() ? 0 : word_of(line);
            std::string text = Text(state, i);
            if (word > 0 && !image_.lines[i].known) {
                line.words.resize(word);
                most = std::max(most, ColumnAfter(LayOutLine(
                                          state, line, file_, style_,
                                          neighbours_)));
            }
            state.Advance(text);
        }
        *column = most + blanks;
    }

    std::vector<std::string> Pass()
    {
        std::vector<std::string> texts;
        CodeState state = start_;
        for (std::size_t i = begin_; i < end_; i++) {
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
        if (post.line.has_shown && style_ == LayoutStyle()) {
            return Shown(post.line.shown);
        }
        return LayOutLine(state, WordsOf(post), file_, style_, neighbours_);
    }

    // The columns are right; whether they were tabs is the file's custom.
    std::string Shown(const std::string &shown) const
    {
        std::string indent(IndentText(shown));
        return MakeIndent(ColumnAfter(indent), file_.tabs) +
               shown.substr(indent.size());
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
