#include "tools/style/rules/condition.h"

#include "tools/style/rules/control.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// `do` that is not glued to its brace.
bool MayStartLoop(std::string_view code)
{
    for (size_t at = code.find("do"); at != kNone;
         at = code.find("do", at + 1)) {
        if (!At(code, at + 2, "{")) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool HasCondition(const HunkView &hunk, size_t line)
{
    if (!HasKeyword(hunk, line)) {
        return false;
    }
    std::string_view code = hunk.code[line];
    std::string_view bare = code.substr(0, code.find("//"));
    return FindAnyCall(bare, {"if", "while", "for"}) != kNone &&
           !At(bare, SkipSpace(bare, 1), "#");
}

std::set<size_t> LoopEnds(const HunkView &hunk)
{
    std::set<size_t> lines;
    const std::string &text = hunk.blank;
    for (size_t line = 0; line < hunk.size(); ++line) {
        std::string_view code = hunk.code[line];
        if (!hunk.added(line) ||
            !MayStartLoop(code.substr(0, code.find("//")))) {
            continue;
        }
        Statement statement = hunk.StatementAt(line);
        size_t word = SkipSpace(text, statement.end);
        if (At(text, word, "while") && WordEnd(text, word) == word + 5) {
            lines.insert(hunk.text.LineOf(word));
        }
    }
    return lines;
}

}  // namespace laio::style
