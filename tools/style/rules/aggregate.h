// How a struct, union or enum begins; shared by the rules about its brace.

#ifndef TOOLS_STYLE_RULES_AGGREGATE_H
#define TOOLS_STYLE_RULES_AGGREGATE_H

#include <string>
#include <string_view>

namespace laio::style {

// Behind the `struct`, `union` or `enum` that a line begins with, maybe after
// `typedef`, and that word in `kind`; kNone where there is none.
size_t AggregateEnd(std::string_view code, std::string *kind);

// Behind a blank and an identifier at `pos`, else `pos`.
size_t SkipName(std::string_view code, size_t pos);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_AGGREGATE_H
