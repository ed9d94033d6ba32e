#include "tools/style/rules/control.h"

#include "tools/style/scan.h"

namespace laio::style {
namespace {

constexpr ByteSet kFirst("iefwds");  // of the keywords

bool IsControl(std::string_view code, size_t pos)
{
    if (!kFirst.Has(code[pos]) || (pos > 0 && IsWord(code[pos - 1]))) {
        return false;
    }
    size_t end = WordEnd(code, pos);
    std::string_view word = code.substr(pos, end - pos);
    if (word == "do" || word == "else") {
        return true;
    }
    return (word == "if" || word == "while" || word == "for" ||
            word == "switch") &&
           At(code, SkipSpace(code, end), "(");
}

bool HoldsKeyword(std::string_view code)
{
    for (size_t pos = 0; pos < code.size(); ++pos) {
        if (!IsWord(code[pos])) {
            continue;
        }
        size_t end = WordEnd(code, pos);
        std::string_view word = code.substr(pos, end - pos);
        if (kFirst.Has(code[pos]) &&
            (word == "if" || word == "else" || word == "for" ||
             word == "while" || word == "do" || word == "switch")) {
            return true;
        }
        pos = end;
    }
    return false;
}

std::vector<bool> LinesWithKeyword(const HunkView &hunk)
{
    std::vector<bool> lines;
    lines.reserve(hunk.size());
    for (std::string_view code : hunk.code) {
        lines.push_back(HoldsKeyword(code));
    }
    return lines;
}

}  // namespace

bool HasKeyword(const HunkView &hunk, size_t line)
{
    return hunk.Shared(LinesWithKeyword)[line];
}

size_t LastControl(std::string_view code)
{
    for (size_t pos = code.size(); pos-- > 0;) {
        if (IsControl(code, pos)) {
            return pos;
        }
    }
    return kNone;
}

bool HasControl(const HunkView &hunk, size_t line)
{
    std::string_view code = hunk.code[line];
    return HasKeyword(hunk, line) && !At(code, SkipSpace(code, 1), "#") &&
           LastControl(code) != kNone;
}

ParenSpan ParenLines(const HunkView &hunk, size_t line)
{
    ParenSpan span;
    for (size_t i = line; i < hunk.size(); ++i) {
        span.lines = i - line + 1;
        for (char c : hunk.code[i]) {
            if (c == ')' && span.level > 0) {
                if (--span.level == 0) {
                    break;
                }
            } else if (c == '(') {
                ++span.level;
            }
        }
        if (span.level == 0) {
            break;
        }
    }
    return span;
}

}  // namespace laio::style
