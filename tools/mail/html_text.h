// The text that an HTML mail shows.

#ifndef TOOLS_MAIL_HTML_TEXT_H
#define TOOLS_MAIL_HTML_TEXT_H

#include <string>
#include <string_view>

namespace laio {

// Drops tags, scripts and comments, decodes entities, and breaks lines at <br>
// and block elements. Blanks survive inside <pre> only. Some archives escape
// what is escaped already: that is undone as well.
std::string HtmlToText(std::string_view html);

// Decodes the entities of a text in which all that has a meaning in HTML is
// escaped: it has no bare < or >, and every & begins an entity.
//
// Returns:  whether it is such a text; it is left alone when not.
bool UndoEntities(std::string *text);

// Whether a text is a web page as it was saved: it begins with a doctype or
// <html>, or with a comment or declaration before one.
bool IsHtmlPage(std::string_view text);

}  // namespace laio

#endif  // TOOLS_MAIL_HTML_TEXT_H
