#include "tools/style/rule.h"
#include "tools/style/rules/condition.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// A `=` that is no part of a comparison, with two bytes around it.
bool HasAssignment(std::string_view text)
{
    for (size_t at = text.find('='); at != kNone;
         at = text.find('=', at + 1)) {
        bool compares = at == 0 || at + 1 >= text.size() ||
                        text[at + 1] == '=' ||
                        std::string_view("<>!=").find(text[at - 1]) != kNone;
        if (!compares) {
            return true;
        }
    }
    return false;
}

void Check(const HunkView &hunk, const Report &report)
{
    const std::set<size_t> &ends = hunk.Shared(LoopEnds);
    for (size_t line = 0; line < hunk.size(); ++line) {
        std::string_view code = hunk.code[line];
        if (!hunk.added(line) || !HasCondition(hunk, line) ||
            ends.count(line)) {
            continue;
        }
        Statement statement = hunk.StatementAt(line);
        std::string_view condition =
            hunk.Code(statement.begin, statement.condition_end);
        size_t word = FindCall(condition, "if");
        if (word != kNone && HasAssignment(condition.substr(
                                 condition.find('(', word) + 1))) {
            report.Add(hunk, line, std::min(word, code.size()),
                       "do not use assignment in if condition");
        }
    }
}

}  // namespace

extern const Rule kIfAssignment{
    .name = "if-assignment",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "A condition does not assign.",
    .bad = "    if ((x = y())) {\n",
    .good = "    x = y();\n"
            "    if (x) {\n",
    .source = "1ec3f6f9ab",
    .check_hunk = Check,
};

}  // namespace laio::style
