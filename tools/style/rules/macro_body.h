// The body of a macro, shared by the rules about macros.

#ifndef TOOLS_STYLE_RULES_MACRO_BODY_H
#define TOOLS_STYLE_RULES_MACRO_BODY_H

#include <optional>
#include <string>

#include "tools/style/rule.h"

namespace laio::style {

struct MacroBody {
    std::string first;  // its first statement, brackets folded to `1`
    std::string rest;   // what follows that
    bool has_semicolon = false;  // anywhere, be it in a comment
};

// The macro that the line starts to define; nothing when it defines none.
std::optional<MacroBody> ReadMacro(const LineView &view);

// Whether the body declares, initialises or is part of a string.
bool IsExcused(const TypeNames &types, const MacroBody &body);

// An identifier or number.
bool IsOneValue(std::string_view text);
bool HasOperator(std::string_view text);

// Where `while (` stands, or npos.
size_t FindLoop(std::string_view text);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_MACRO_BODY_H
