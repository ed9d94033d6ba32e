// Several mails on one web page: a series with its replies, as Patchew and
// others show it.

#ifndef TOOLS_MAIL_PAGE_THREAD_H
#define TOOLS_MAIL_PAGE_THREAD_H

#include <vector>

#include "tools/mail/html_text.h"
#include "tools/mail/mail.h"

namespace laio {

// The mails of a page that shows each below a line with its subject,
// "[PATCH v2 1/3] block: x", and perhaps "Posted by Ann Author". Dates are
// left out: such pages tell how long ago it was.
//
// Returns:  none when the page shows fewer than two mails, or no diff.
std::vector<Mail> MailsOfThread(const HtmlText &page);

}  // namespace laio

#endif  // TOOLS_MAIL_PAGE_THREAD_H
