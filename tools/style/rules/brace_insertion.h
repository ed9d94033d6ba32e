// Puts braces around the bodies of a statement.

#ifndef TOOLS_STYLE_RULES_BRACE_INSERTION_H
#define TOOLS_STYLE_RULES_BRACE_INSERTION_H

#include <optional>
#include <vector>

#include "tools/style/rule.h"

namespace laio::style {

// Braces for every arm that has none.
//
// Returns:  nothing unless each such arm is plain: its line and its body's are
//           added, the body is one line that ends in `;` with nothing between
//           the two, and the next `else` comes right below.
std::optional<Edit> InsertBraces(const HunkView &hunk,
                                 const std::vector<Statement> &arms);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_BRACE_INSERTION_H
