// What a mail may be made of, before anything takes it apart: the parts of a
// MIME message and the fields of headers take many times the memory of their
// text.

#ifndef TOOLS_MAIL_MAIL_LIMITS_H
#define TOOLS_MAIL_MAIL_LIMITS_H

#include <cstddef>
#include <string>

#include "tools/base/result.h"
#include "tools/mail/mbox.h"

namespace laio {

// Mail servers take a tenth of that, and nobody attaches so much.
struct MailLimits {
    std::size_t header_bytes = 1 << 20;
    std::size_t parts = 10'000;
};

// Looks at the header, and in a mail with parts at theirs.
//
//   name     what to call the input in messages
// Returns:  an Error with `name:line:`.
// Thread:   any.
Status CheckMailLimits(const MboxPart &part, const std::string &name,
                       const MailLimits &limits = {});

}  // namespace laio

#endif  // TOOLS_MAIL_MAIL_LIMITS_H
