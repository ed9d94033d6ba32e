// Makes a new table const where the patch shows that it is only read.

#ifndef TOOLS_STYLE_RULES_MAKE_CONST_H
#define TOOLS_STYLE_RULES_MAKE_CONST_H

#include <optional>
#include <string_view>

#include "tools/style/rule.h"

namespace laio::style {

// `static TYPE name = {` with const behind static.
//
// Returns:  nothing unless the name is new with the patch and each use of it
//           goes to a function or member that takes a pointer to const.
std::optional<Edit> MakeConst(const LineView &view, std::string_view type);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_MAKE_CONST_H
