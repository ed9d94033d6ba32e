// One mail with a header, taken apart by GMime.

#ifndef TOOLS_MAIL_MIME_H
#define TOOLS_MAIL_MIME_H

#include <string>
#include <string_view>
#include <vector>

#include "tools/mail/mail.h"

namespace laio {

//   attached   gets attachments that are mails of their own, as they are:
//              what `git format-patch` writes
// Fills everything but `source` and `body_line`; bodies keep their line ends.
//
// Returns:  an Error when GMime cannot read it.
Result<Mail> DecodeMime(std::string_view message,
                        std::vector<std::string> *attached);

}  // namespace laio

#endif  // TOOLS_MAIL_MIME_H
