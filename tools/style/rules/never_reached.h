// Asserts that always fail; shared by the rules about them.

#ifndef TOOLS_STYLE_RULES_NEVER_REACHED_H
#define TOOLS_STYLE_RULES_NEVER_REACHED_H

#include <string>

#include "tools/style/rule.h"

namespace laio::style {

// Reports the first assert() or g_assert() of the line with that condition,
// and calls g_assert_not_reached() in its place.
//
//   condition  one token: `0`, `false`
void CheckAssertOf(const LineView &view, const std::string &condition,
                   const Report &report);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_NEVER_REACHED_H
