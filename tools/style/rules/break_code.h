// Lines of code broken as QEMU's authors break them: behind commas and
// operators, what follows under the parenthesis.
// Thread: any.

#ifndef TOOLS_STYLE_RULES_BREAK_CODE_H
#define TOOLS_STYLE_RULES_BREAK_CODE_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace laio::style {

inline constexpr size_t kWidth = 80;  // columns of a line, no marker

// Columns of a line in bytes, TABs expanded.
size_t WidthOf(std::string_view raw);

// One line of code without its diff marker; `code` is masked (sanitise.h).
struct CodeLine {
    std::string raw, code;
};

struct CodePlace {
    size_t width = kWidth;
    // Whether a statement starts with the line; what follows then stands
    // deeper than it.
    bool starts_statement = true;
    // Columns of blanks before the statement's first line, if it is not this.
    size_t statement_indent = 0;
};

// The line in pieces of at most `width` columns, literals whole.
//
// Returns:  nothing when it cannot be done so.
std::optional<std::vector<std::string>> BreakCode(const CodeLine &line,
                                                  const CodePlace &place);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_BREAK_CODE_H
