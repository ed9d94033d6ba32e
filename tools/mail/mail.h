// Mail text as values: whatever arrived, decoded to UTF-8 with line feeds.

#ifndef TOOLS_MAIL_MAIL_H
#define TOOLS_MAIL_MAIL_H

#include <string>
#include <string_view>
#include <vector>

#include "tools/base/result.h"

namespace laio {

// One mail. Header fields are empty when the mail does not have them; a text
// without any header is a mail with a body only.
struct Mail {
    std::string source;  // what the input was called, for messages
    std::string from;    // "Name <address>"
    std::string date;    // as written
    std::string subject;
    std::string message_id;
    std::string thread_id;  // Message-Id of the first mail of its thread
    // All text: the text parts in order, then attached patches.
    std::string body;
    int body_line = 1;  // of the body's first line in the input; 0: re-coded
    // What was undone, in order: "quoted-printable", "base64", "crlf",
    // "format=flowed", "charset=iso-8859-1", "attachment", ...
    std::vector<std::string> decoded;
};

// Decodes an mbox, a single mail, a patch file, or bare text, compressed by
// gzip or not.
//
//   name     what to call the input in messages
// Returns:  at least one mail; an Error when the input is empty or not text.
// Thread:   any.
Result<std::vector<Mail>> DecodeMail(std::string_view bytes,
                                     const std::string &name);

}  // namespace laio

#endif  // TOOLS_MAIL_MAIL_H
