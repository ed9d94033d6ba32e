// Prototypes of functions, shared by the rules about them.

#ifndef TOOLS_STYLE_RULES_PROTOTYPE_H
#define TOOLS_STYLE_RULES_PROTOTYPE_H

#include "tools/style/rule.h"

namespace laio::style {

struct Prototype {
    bool found = false;
    bool open_on_next_line = false;  // the ( of its parameters
    std::string_view name;
};

// Reads `extern type name (` off the start of the line's statement.
Prototype ReadPrototype(const LineView &view);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_PROTOTYPE_H
