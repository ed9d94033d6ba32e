// What a `return (...);` line returns; shared by the rules about it.

#ifndef TOOLS_STYLE_RULES_RETURN_VALUE_H
#define TOOLS_STYLE_RULES_RETURN_VALUE_H

#include <cstddef>
#include <string_view>

namespace laio::style {

struct ReturnValue {
    bool is_parenthesised = false;  // the line is `return (...);`, no more
    bool is_glued = false;          // ... without a blank before the `(`
    // Whether the value is one operand once brackets are folded up; a
    // comparison keeps the brackets around it.
    bool is_one_value = false;
    size_t open = 0;   // of the first `(`
    size_t close = 0;  // of the last `)`
};

// Reads a masked line with its diff marker.
ReturnValue ReadReturn(std::string_view code);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_RETURN_VALUE_H
