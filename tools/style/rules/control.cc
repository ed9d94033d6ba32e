#include "tools/style/rules/control.h"

#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool IsControl(std::string_view code, size_t pos)
{
    if (!IsWord(code[pos]) || (pos > 0 && IsWord(code[pos - 1]))) {
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

std::vector<bool> LinesWithKeyword(const HunkView &hunk)
{
    std::vector<bool> lines;
    for (std::string_view code : hunk.code) {
        lines.push_back(FindAnyWord(code, {"if", "else", "for", "while",
                                           "do", "switch"}) != kNone);
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
