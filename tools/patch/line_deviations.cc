#include "tools/patch/line_deviations.h"

#include <algorithm>
#include <cctype>

#include "tools/patch/line_layout.h"
#include "tools/patch/table_columns.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

constexpr int kOneLevel = 4;
constexpr int kTwoLevels = 5;
constexpr int kAsNeighbour = 4;
constexpr int kAsEqualLine = 3;
constexpr int kAsOtherForm = 3;
constexpr int kAsOperand = 5;
constexpr int kTrailingBlank = 6;
constexpr int kOtherSentence = 3;
constexpr int kVaryingSentence = 2;  // where the file has both

class Deviator {
 public:
    Deviator(const PostImage &image, std::size_t begin,
             const std::vector<std::string> &lines, std::size_t i,
             const FileStyle &file)
        : image_(image), post_(image.lines[begin + i]), at_(begin + i),
          lines_(lines), i_(i), file_(file),
          rest_(lines[i].substr(IndentText(lines[i]).size()))
    {
    }

    std::vector<Deviation> Run()
    {
        if (post_.known || post_.line.words.empty()) {
            return {};
        }
        const RecoveredLine &line = post_.line;
        for (const std::string &form : line.forms) {
            Add(kAsOtherForm, form);
        }
        if (IndentIsOpen(post_)) {
            AddIndents();
        }
        AddSentences();
        AddAlignments();
        AddEqualLines();
        Add(kTrailingBlank, lines_[i_] + " ");
        return std::move(deviations_);
    }

 private:
    void Add(int cost, std::string text)
    {
        if (text == lines_[i_]) {
            return;
        }
        for (const Deviation &known : deviations_) {
            if (known.text == text) {
                return;
            }
        }
        deviations_.push_back({cost, std::move(text)});
    }

    void AddColumns(int cost, int columns)
    {
        if (columns > 0) {
            Add(cost, MakeIndent(columns, file_.tabs) + rest_);
        }
    }

    // The line with other blanks before one of its words.
    //
    //   begin    of the word in the line
    void AddGap(int cost, std::size_t begin, const std::string &gap)
    {
        const std::string &text = lines_[i_];
        std::size_t end = text.find_last_not_of(" \t", begin - 1) + 1;
        Add(cost, text.substr(0, end) + gap + text.substr(begin));
    }

    bool GapIsOpen(std::size_t word) const
    {
        const RecoveredLine &line = post_.line;
        return line.forms.empty() &&
               !(word < line.gaps.size() && line.gaps[word]);
    }

    // Each gap before a sentence or the end of a comment, of one blank or of
    // two, as the other.
    void AddSentences()
    {
        std::vector<std::string_view> words = SplitWords(lines_[i_]);
        for (std::size_t w = 1; w < words.size(); w++) {
            if (!GapIsOpen(w) || (!StartsSentence(post_.line.words, w) &&
                                  !EndsComment(post_.line.words, w))) {
                continue;
            }
            const char *before = words[w - 1].data() + words[w - 1].size();
            AddGap(file_.sentences_vary ? kVaryingSentence : kOtherSentence,
                   std::size_t(words[w].data() - lines_[i_].data()),
                   words[w].data() - before == 2 ? " " : "  ");
        }
    }

    // What is in columns in a line nearby, in the same column here.
    void AddAlignments()
    {
        std::size_t word = AlignedWord(post_.line.words);
        if (word == 0 || !GapIsOpen(word)) {
            return;
        }
        std::vector<std::string_view> words = SplitWords(lines_[i_]);
        std::size_t begin = std::size_t(words[word].data() -
                                        lines_[i_].data());
        std::size_t end = std::size_t(words[word - 1].data() +
                                      words[word - 1].size() -
                                      lines_[i_].data());
        int here = ColumnAfter(lines_[i_].substr(0, end));
        for (int step : {-1, 1, -2, 2}) {
            const std::string *other = Neighbour(step);
            int column = other ? ColumnOfAlignedWord(*other) : 0;
            if (column > here) {
                AddGap(kAsNeighbour, begin, std::string(column - here, ' '));
            }
        }
    }

    static int ColumnOfAlignedWord(const std::string &line)
    {
        std::vector<std::string_view> words = SplitWords(line);
        std::size_t word = AlignedWord({words.begin(), words.end()});
        if (word == 0) {
            return 0;
        }
        return ColumnAfter(line.substr(
            0, std::size_t(words[word].data() - line.data())));
    }

    void AddIndents()
    {
        int columns = IndentColumns(lines_[i_]);
        if (!post_.line.column_known) {
            Add(kOneLevel, rest_);
        }
        if (rest_.ends_with(':') && columns < 2) {
            AddColumns(kOneLevel, 1);
        }
        AddColumns(kOneLevel, columns + file_.unit);
        AddColumns(kOneLevel, columns - file_.unit);
        AddColumns(kTwoLevels, columns + 2 * file_.unit);
        const std::string *before = Neighbour(-1);
        if (before) {
            Add(kAsNeighbour, std::string(IndentText(*before)) + rest_);
            std::size_t equals = before->find("= ");
            if (equals != std::string::npos) {
                AddColumns(kAsOperand,
                           ColumnAfter(before->substr(0, equals + 2)));
            }
            std::size_t quote = before->find('"');
            if (quote != std::string::npos) {
                AddColumns(kAsOperand, ColumnAfter(before->substr(0, quote)));
            }
        }
        if (const std::string *after = Neighbour(1)) {
            Add(kAsNeighbour, std::string(IndentText(*after)) + rest_);
        }
    }

    const std::string *Neighbour(int step) const
    {
        std::size_t i = i_ + std::size_t(step);
        if (i < lines_.size()) {
            return &lines_[i];
        }
        std::size_t at = at_ + std::size_t(step);
        return at < image_.lines.size() ? &image_.lines[at].text : nullptr;
    }

    void AddEqualLines()
    {
        const std::vector<std::string> &words = post_.line.words;
        if (const std::string *moved = image_.Moved(post_.line)) {
            Add(kAsEqualLine, *moved);
        }
        for (const PostLine &other : image_.lines) {
            if (!other.known || other.text.empty() ||
                other.text.find(words.back()) == std::string::npos) {
                continue;
            }
            std::vector<std::string_view> theirs = SplitWords(other.text);
            bool same = std::equal(theirs.begin(), theirs.end(),
                                   words.begin(), words.end());
            bool zero = !IsBlank(other.text.substr(0, 1));
            if (same && zero == post_.line.column_zero) {
                Add(kAsEqualLine, other.text);
            }
        }
    }

    const PostImage &image_;
    const PostLine &post_;
    std::size_t at_;
    const std::vector<std::string> &lines_;
    std::size_t i_;
    const FileStyle &file_;
    std::string rest_;
    std::vector<Deviation> deviations_;
};

}  // namespace

bool IndentIsOpen(const PostLine &post)
{
    const RecoveredLine &line = post.line;
    bool known = !line.gaps.empty() && line.gaps[0];
    return !post.known && !line.words.empty() && !line.column_zero &&
           line.forms.empty() && !known;
}

std::vector<Deviation> DeviationsOf(const PostImage &image, std::size_t begin,
                                    const std::vector<std::string> &lines,
                                    std::size_t i, const FileStyle &file)
{
    return Deviator(image, begin, lines, i, file).Run();
}

}  // namespace laio
