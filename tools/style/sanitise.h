// The view of a hunk that most rules look at: comments and string contents
// masked, so that what is left is code.
//
// Byte for byte as long as the raw line, but for a line that ends in a
// backslash inside a string, which comes out one byte longer.
// Thread: any.

#ifndef TOOLS_STYLE_SANITISE_H
#define TOOLS_STYLE_SANITISE_H

#include <string>
#include <string_view>
#include <vector>

namespace laio::style {

inline constexpr char kCommentByte = '\x1c';  // stands for a comment's bytes
inline constexpr char kStringByte = 'X';      // for a literal's bytes

// Masks the lines of one hunk. Quotes and comments stay open from line to
// line; only `//` ends with its line. TABs are kept everywhere.
//
//   raw_lines  the post-image lines of the hunk, diff markers included
// Returns:  them in one piece, a newline behind each
std::string SanitiseHunk(const std::vector<std::string_view> &raw_lines);

// Whether the text before the hunk seems to have left a comment open.
bool StartsInComment(const std::vector<std::string_view> &raw_lines);

}  // namespace laio::style

#endif  // TOOLS_STYLE_SANITISE_H
