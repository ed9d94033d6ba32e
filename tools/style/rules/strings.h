// Literals of a line, for rules about printf formats.

#ifndef TOOLS_STYLE_RULES_STRINGS_H
#define TOOLS_STYLE_RULES_STRINGS_H

#include <string>
#include <vector>

#include "tools/style/rule.h"

namespace laio::style {

struct StringPart {
    size_t column;     // of its first byte
    std::string text;  // as it is written, `%%` masked
};

// The strings of the line, each without its quotes; one that the line ends in
// counts, one that it starts in does not.
std::vector<StringPart> StringsOf(const LineView &view);

// Where `%Ld`, `%Lu` or `%Li` stands, or npos.
size_t CapitalL(std::string_view text);

// Where `%#` or `%0#` stands, or npos.
size_t HashOfFormat(std::string_view text);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_STRINGS_H
