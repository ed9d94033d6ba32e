#include "tools/patch/line_deviations.h"

#include <algorithm>

#include "tools/patch/text_lines.h"

namespace laio {
namespace {

constexpr int kOneLevel = 4;
constexpr int kTwoLevels = 5;
constexpr int kAsNeighbour = 4;
constexpr int kAsEqualLine = 3;
constexpr int kAsOperand = 5;
constexpr int kTrailingBlank = 6;

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
        if (!post_.line.column_zero) {
            AddIndents();
        }
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

    void AddIndents()
    {
        int columns = IndentColumns(lines_[i_]);
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

std::vector<Deviation> DeviationsOf(const PostImage &image, std::size_t begin,
                                    const std::vector<std::string> &lines,
                                    std::size_t i, const FileStyle &file)
{
    return Deviator(image, begin, lines, i, file).Run();
}

}  // namespace laio
