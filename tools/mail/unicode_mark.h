// Texts that begin with a byte order mark.

#ifndef TOOLS_MAIL_UNICODE_MARK_H
#define TOOLS_MAIL_UNICODE_MARK_H

#include <string>
#include <string_view>

namespace laio {

// Takes the mark of UTF-8 off the front of `text`; converts UTF-16, which
// some shells write into files, to UTF-8.
//
// Returns:  whether `converted` is the text now.
bool TakeByteOrderMark(std::string_view *text, std::string *converted);

}  // namespace laio

#endif  // TOOLS_MAIL_UNICODE_MARK_H
