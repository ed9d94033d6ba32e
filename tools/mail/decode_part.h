// One mail of an mbox to a Mail. For this folder only.

#ifndef TOOLS_MAIL_DECODE_PART_H
#define TOOLS_MAIL_DECODE_PART_H

#include <deque>
#include <string>
#include <string_view>

#include "tools/base/result.h"
#include "tools/mail/mail.h"
#include "tools/mail/mbox.h"

namespace laio {

// Appends the mail to `mails`, and those that are attached to it after it.
//
// Returns:  an Error with `name:line:` when it is no text.
Status DecodePart(const MboxPart &part, const std::string &name,
                  std::deque<Mail> *mails);

bool IsBlankText(std::string_view text);

// What is said of an input without any mail.
Error EmptyInput(const std::string &name);

}  // namespace laio

#endif  // TOOLS_MAIL_DECODE_PART_H
