// Small patterns that rules look for in a line. All return npos when there is
// none; column 0 is the diff marker.
// Thread: any.

#ifndef TOOLS_STYLE_SCAN_H
#define TOOLS_STYLE_SCAN_H

#include <initializer_list>
#include <string>
#include <string_view>

#include "tools/style/chars.h"
#include "tools/style/sanitise.h"

namespace laio::style {

inline constexpr size_t kNone = std::string_view::npos;

// Where a word starts with `what`, at or after `pos`.
size_t FindStart(std::string_view text, std::string_view what,
                 size_t pos = 0);

// Where the first of the words stands as a whole word.
size_t FindAnyWord(std::string_view text,
                   std::initializer_list<std::string_view> words,
                   size_t pos = 0);

// Where `name (` stands, blanks or not between the two.
size_t FindCall(std::string_view text, std::string_view name,
                size_t pos = 0);

// Where one of the keywords with its `(` stands.
size_t FindAnyCall(std::string_view text,
                   std::initializer_list<std::string_view> names);

// The name of the directive that the line is, or "".
std::string_view DirectiveOf(std::string_view code);

// Whether `#` and the word stand anywhere, blanks or not between.
bool HasHash(std::string_view code, std::string_view word);

// Whether nothing but the marker and blanks stand before `pos`.
bool IsFirst(std::string_view code, size_t pos);

std::string WithoutComments(std::string_view code);

}  // namespace laio::style

#endif  // TOOLS_STYLE_SCAN_H
