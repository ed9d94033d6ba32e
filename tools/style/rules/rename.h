// Edits that write the same thing with another word, or elsewhere.

#ifndef TOOLS_STYLE_RULES_RENAME_H
#define TOOLS_STYLE_RULES_RENAME_H

#include <string>

#include "tools/style/rule.h"

namespace laio::style {

// The line with `to` in place of the word `from` at `column`.
Edit RenameAt(const LineView &view, size_t column, const std::string &from,
              const std::string &to);

// The line with the word at `from` before what stands at `to`, which is
// further left.
Edit MoveWordLeft(const LineView &view, size_t from, size_t to);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_RENAME_H
