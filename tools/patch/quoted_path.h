// Paths as git writes them into a header: between quotation marks, as in C,
// where they have bytes that a terminal or a mailer might not bear.

#ifndef TOOLS_PATCH_QUOTED_PATH_H
#define TOOLS_PATCH_QUOTED_PATH_H

#include <string>
#include <string_view>

namespace laio {

// Takes the quoted path that `text` begins with off its front, and gives its
// bytes.
// Returns:  false when there is none: no mark, no second one, or an escape
//           that git does not write; `text` is left as it is then.
bool TakeQuotedPath(std::string_view *text, std::string *path);

// All of `text` as a path: unquoted where it is quoted, else as it is.
std::string UnquotePath(std::string_view text);

// As git does with core.quotePath on: bytes above 0x7f are octal numbers.
std::string QuotePath(std::string_view path);

}  // namespace laio

#endif  // TOOLS_PATCH_QUOTED_PATH_H
