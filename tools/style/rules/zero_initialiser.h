// `= 0;` and its kin, shared by the rules about initialisers.

#ifndef TOOLS_STYLE_RULES_ZERO_INITIALISER_H
#define TOOLS_STYLE_RULES_ZERO_INITIALISER_H

#include <optional>

#include "tools/style/rule.h"

namespace laio::style {

// Where the `=` of the last `= 0;`, `= NULL;` or `= false;` stands, or npos.
size_t ZeroInitialiser(std::string_view code);

// Whether the name at `pos`, and modifiers behind it, reach to `equals`.
bool NameEndsAt(const LineView &view, size_t pos, size_t equals);

// The line without the initialiser, if it is the only one.
std::optional<Edit> WithoutInitialiser(const LineView &view, size_t equals);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_ZERO_INITIALISER_H
