// What a stranger wrote, safe to show on a page.

#ifndef TOOLS_REPORT_DISPLAY_TEXT_H
#define TOOLS_REPORT_DISPLAY_TEXT_H

#include <string>
#include <string_view>

namespace laio {

// Bytes as valid UTF-8 that looks like what it is: line feeds and tabs stay,
// other control characters become their pictures (U+2400 on), bytes that are
// no UTF-8 become U+FFFD, and characters that nobody sees but that reorder or
// hide others are named, as [U+202E].
std::string DisplayText(std::string_view bytes);

}  // namespace laio

#endif  // TOOLS_REPORT_DISPLAY_TEXT_H
