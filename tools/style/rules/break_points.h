// Where a line of code may be broken, and how good each place is.
// Thread: any.

#ifndef TOOLS_STYLE_RULES_BREAK_POINTS_H
#define TOOLS_STYLE_RULES_BREAK_POINTS_H

#include <string_view>
#include <vector>

namespace laio::style {

// Best first. A comma counts as an operator.
enum class BreakKind { kOperator, kAssignment, kTernary, kParenthesis, kCast };

struct BreakPoint {
    size_t at = 0;      // the new line starts behind this
    size_t indent = 0;  // columns of blanks that it starts with
    // Less is better, in this order.
    BreakKind kind = BreakKind::kOperator;
    size_t depth = 0;  // parentheses around it
    int binding = 0;   // of the operator
};

// Places whose head has at most `width` columns, the best first.
//
//   code  masked; as long as raw
std::vector<BreakPoint> FindBreakPoints(std::string_view raw,
                                        std::string_view code, size_t width);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_BREAK_POINTS_H
