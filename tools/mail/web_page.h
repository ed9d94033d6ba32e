// A web archive's page, as it was saved.

#ifndef TOOLS_MAIL_WEB_PAGE_H
#define TOOLS_MAIL_WEB_PAGE_H

#include <string_view>
#include <vector>

#include "tools/mail/mail.h"

namespace laio {

// Whether a text is a web page as it was saved: it begins with a doctype or
// <html>, or with a comment or declaration before one.
bool IsHtmlPage(std::string_view text);

// The mail that the page shows. Its fields are where archives put them: as
// lines or cells "Subject: ..." above the text or at its top, or as a heading
// with the author and the date below. What the archive says around the mail
// is left out, if the mail is set in a part of its own (<pre>), and addresses
// that it masks ("ann at example.org") are put right. A page may show a whole
// series (page_thread.h).
//
// Returns:  at least one.
std::vector<Mail> ReadWebPage(std::string_view html);

}  // namespace laio

#endif  // TOOLS_MAIL_WEB_PAGE_H
