// Edits that write the same thing with another word.

#ifndef TOOLS_STYLE_RULES_RENAME_H
#define TOOLS_STYLE_RULES_RENAME_H

#include <string>

#include "tools/style/rule.h"

namespace laio::style {

// The line with `to` in place of the word `from` at `column`.
Edit RenameAt(const LineView &view, size_t column, const std::string &from,
              const std::string &to);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_RENAME_H
