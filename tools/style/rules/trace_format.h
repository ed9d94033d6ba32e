// printf conversions in lines of trace-events files.

#ifndef TOOLS_STYLE_RULES_TRACE_FORMAT_H
#define TOOLS_STYLE_RULES_TRACE_FORMAT_H

#include <cstddef>
#include <string_view>

namespace laio::style {

// Where `%#` stands, flags before it or not; or npos.
size_t HashFlag(std::string_view raw);

// Where a hexadecimal conversion stands that neither follows `0x` nor belongs
// to a group like `%x.%x:%x`; or npos.
size_t UnprefixedHex(std::string_view raw);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_TRACE_FORMAT_H
