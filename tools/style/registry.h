// The rules there are.
// Thread: any.

#ifndef TOOLS_STYLE_REGISTRY_H
#define TOOLS_STYLE_REGISTRY_H

#include <vector>

#include "tools/style/rule.h"

namespace laio::style {

// In the order in which findings on the same line are told.
const std::vector<const Rule *> &AllRules();

}  // namespace laio::style

#endif  // TOOLS_STYLE_REGISTRY_H
