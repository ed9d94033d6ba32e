#include "tools/style/sanitise.h"

#include "tools/style/chars.h"

namespace laio::style {
namespace {

constexpr ByteSet kStopsInCode("/\"'");
constexpr ByteSet kStopsInComment("*\t");

enum class Inside { kCode, kComment, kLineComment, kString, kChar };

// Masks one line after the other; what is open carries over.
class Masker {
 public:
    //   size  bytes that there will be, about
    Masker(Inside inside, size_t size) : inside_(inside)
    {
        result_.reserve(size);
    }

    void Mask(std::string_view raw)
    {
        if (inside_ == Inside::kLineComment) {
            inside_ = Inside::kCode;
        }
        start_ = result_.size();
        if (!raw.empty()) {
            result_ += raw[0];
        }
        for (size_t pos = 1; pos < raw.size();) {
            pos += Step(raw, pos);
        }
        MaskDirective();
        result_ += '\n';
    }

    std::string Take() { return std::move(result_); }

 private:
    // Masks what is at `pos`. Returns: bytes it took.
    size_t Step(std::string_view raw, size_t pos)
    {
        switch (inside_) {
        case Inside::kCode:
            return StepInCode(raw, pos);
        case Inside::kComment:
            return StepInComment(raw, pos);
        case Inside::kLineComment:
            return Put(raw[pos], kCommentByte);
        default:
            return StepInLiteral(raw, pos);
        }
    }

    // The end of the bytes from `pos` on of which none is in `stops`.
    static size_t RunEnd(std::string_view raw, size_t pos,
                         const ByteSet &stops)
    {
        while (pos < raw.size() && !stops.Has(raw[pos])) {
            ++pos;
        }
        return pos;
    }

    size_t StepInComment(std::string_view raw, size_t pos)
    {
        size_t run = RunEnd(raw, pos, kStopsInComment) - pos;
        if (run > 0) {
            result_.append(run, kCommentByte);
            return run;
        }
        if (raw.substr(pos, 2) == "*/") {
            inside_ = Inside::kCode;
            result_.append(2, kCommentByte);
            return 2;
        }
        return Put(raw[pos], kCommentByte);
    }

    size_t StepInCode(std::string_view raw, size_t pos)
    {
        size_t run = RunEnd(raw, pos, kStopsInCode) - pos;
        if (run > 0) {
            result_ += raw.substr(pos, run);
            return run;
        }
        std::string_view two = raw.substr(pos, 2);
        if (two == "/*") {
            inside_ = Inside::kComment;
            result_.append(2, kCommentByte);
            return 2;
        }
        if (two == "//") {
            inside_ = Inside::kLineComment;
            result_ += two;
            return 2;
        }
        if (raw[pos] == '"') {
            inside_ = Inside::kString;
        } else if (raw[pos] == '\'') {
            inside_ = Inside::kChar;
        }
        result_ += raw[pos];
        return 1;
    }

    size_t StepInLiteral(std::string_view raw, size_t pos)
    {
        if (raw[pos] == '\\') {
            result_.append(2, kStringByte);
            return 2;
        }
        if (raw[pos] == (inside_ == Inside::kString ? '"' : '\'')) {
            inside_ = Inside::kCode;
            result_ += raw[pos];
            return 1;
        }
        return Put(raw[pos], kStringByte);
    }

    size_t Put(char original, char mask)
    {
        result_ += original == '\t' ? original : mask;
        return 1;
    }

    // File names of #include <> and the text of #error are no code.
    void MaskDirective()
    {
        std::string_view line = std::string_view(result_).substr(start_);
        size_t pos = SkipSpace(line, 1);
        if (pos >= line.size() || line[pos] != '#') {
            return;
        }
        size_t word = SkipSpace(line, pos + 1);
        size_t end = WordEnd(line, word);
        std::string_view name = line.substr(word, end - word);
        size_t text = SkipSpace(line, end);
        if (text >= line.size() || text == end) {
            return;
        }
        if (name == "include") {
            size_t close = line.rfind('>');
            if (line[text] == '<' && close != line.npos) {
                MaskFrom(text + 1, close - text - 1);
            }
        } else if (name == "error" || name == "warning") {
            MaskFrom(text, line.size() - text);
        }
    }

    // Masks bytes of the line that was read last.
    void MaskFrom(size_t column, size_t count)
    {
        result_.replace(start_ + column, count, count, kStringByte);
    }

    Inside inside_;
    size_t start_ = 0;  // of the line that is read
    std::string result_;
};

// The first comment bracket of the line, or "".
std::string_view FirstCommentEdge(std::string_view line)
{
    for (size_t star = line.find('*'); star != line.npos;
         star = line.find('*', star + 1)) {
        if (star > 0 && line[star - 1] == '/') {
            return line.substr(star - 1, 2);
        }
        if (At(line, star + 1, "/")) {
            return line.substr(star, 2);
        }
    }
    return {};
}

// Whether some comment bracket of the line has a quote on either side.
bool EdgeIsQuoted(std::string_view line)
{
    size_t quote = line.find('"');
    while (quote != line.npos) {
        size_t next = line.find('"', quote + 1);
        if (next == line.npos) {
            return false;
        }
        std::string_view between = line.substr(quote + 1, next - quote - 1);
        if (!FirstCommentEdge(between).empty()) {
            return true;
        }
        quote = next;
    }
    return false;
}

// ` * text` or `** text`: the middle of a comment, by the look of it.
bool LooksLikeCommentMiddle(std::string_view line)
{
    size_t pos = SkipSpace(line, std::min<size_t>(1, line.size()));
    size_t stars = pos;
    while (stars < line.size() && line[stars] == '*') {
        ++stars;
    }
    size_t count = stars - pos;
    bool ends = stars == line.size() || IsSpace(line[stars]);
    return ends && (count >= 2 || (count == 1 && pos > 1 &&
                                   line[pos - 1] == ' '));
}

}  // namespace

bool StartsInComment(const std::vector<std::string_view> &raw_lines)
{
    for (std::string_view line : raw_lines) {
        std::string_view edge = FirstCommentEdge(line);
        if (!edge.empty() && !EdgeIsQuoted(line)) {
            return edge == "*/";
        }
    }
    return !raw_lines.empty() && LooksLikeCommentMiddle(raw_lines.front());
}

std::string SanitiseHunk(const std::vector<std::string_view> &raw_lines)
{
    size_t size = 0;
    for (std::string_view line : raw_lines) {
        size += line.size() + 1;
    }
    Masker masker(StartsInComment(raw_lines) ? Inside::kComment
                                             : Inside::kCode,
                  size);
    for (std::string_view line : raw_lines) {
        masker.Mask(line);
    }
    return masker.Take();
}

}  // namespace laio::style
