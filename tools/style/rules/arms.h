// Statements that want braces; shared by the rules about them.

#ifndef TOOLS_STYLE_RULES_ARMS_H
#define TOOLS_STYLE_RULES_ARMS_H

#include <optional>
#include <vector>

#include "tools/style/rule.h"

namespace laio::style {

struct MissingBraces {
    size_t line = 0;
    size_t column = 0;
    // Found from an if, for or while with all its arms; else from a lone
    // keyword, such as an else whose if the hunk does not show.
    bool all_arms = false;
    std::optional<Edit> edit;
};

// Every added line of the hunk whose statement wants braces. Left alone are
// statements whose condition or one of whose bodies takes two lines, or has a
// statement with a body of its own.
std::vector<MissingBraces> FindMissingBraces(const HunkView &hunk);

// The same before 2.12: with all arms if was looked at alone, whatever its
// size (QEMU 2b9aef6fcd, 053e45d2f3).
std::vector<MissingBraces> FindMissingBracesOfIf(const HunkView &hunk);

// Reports those found with all arms, or from a lone keyword.
using FindBraces = std::vector<MissingBraces>(const HunkView &);
void ReportMissingBraces(const HunkView &hunk, FindBraces *find,
                         bool all_arms, const char *message,
                         const Report &report);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_ARMS_H
