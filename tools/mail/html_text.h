// The text that an HTML mail shows.

#ifndef TOOLS_MAIL_HTML_TEXT_H
#define TOOLS_MAIL_HTML_TEXT_H

#include <string>
#include <string_view>

namespace laio {

// Drops tags, scripts and comments, decodes entities once, and breaks lines
// at <br> and block elements. Blanks survive inside <pre> only.
std::string HtmlToText(std::string_view html);

}  // namespace laio

#endif  // TOOLS_MAIL_HTML_TEXT_H
