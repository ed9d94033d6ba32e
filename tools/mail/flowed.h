// format=flowed (RFC 3676): paragraphs cut into lines that end in a blank.

#ifndef TOOLS_MAIL_FLOWED_H
#define TOOLS_MAIL_FLOWED_H

#include <string>
#include <string_view>

namespace laio {

// Joins soft line breaks and removes space-stuffing (RFC 3676, 4.1 and 4.4).
// Quoted text keeps its marks; lines join only within one depth.
//
//   del_sp   the blank before a soft break is not part of the text
std::string Unflow(std::string_view text, bool del_sp);

}  // namespace laio

#endif  // TOOLS_MAIL_FLOWED_H
