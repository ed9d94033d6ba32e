// What a return statement returns, for rules about its parentheses.

#ifndef TOOLS_STYLE_RULES_RETURN_VALUE_H
#define TOOLS_STYLE_RULES_RETURN_VALUE_H

#include <string_view>

namespace laio::style {

struct ReturnValue {
    bool is_parenthesised = false;  // `return (...`
    bool is_glued = false;          // no blank before the parenthesis
    bool is_one_value = false;      // parentheses folded, one word is left
};

//   statement  masked, from its line's diff marker to its semicolon
ReturnValue ReadReturn(std::string_view statement);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_RETURN_VALUE_H
