// The text that an HTML mail shows.

#ifndef TOOLS_MAIL_HTML_TEXT_H
#define TOOLS_MAIL_HTML_TEXT_H

#include <string>
#include <string_view>

namespace laio {

// Drops tags, scripts and comments, decodes entities once, and breaks lines
// at <br> and block elements. Blanks survive inside <pre> only.
std::string HtmlToText(std::string_view html);

// Whether a text is a web page as it was saved: it begins with a doctype or
// <html>, or with a comment or declaration before one.
bool IsHtmlPage(std::string_view text);

}  // namespace laio

#endif  // TOOLS_MAIL_HTML_TEXT_H
