// Splitting an mbox into its mails.

#ifndef TOOLS_MAIL_MBOX_H
#define TOOLS_MAIL_MBOX_H

#include <string_view>
#include <vector>

namespace laio {

struct MboxPart {
    std::string_view text;  // without the "From " line
    int first_line = 1;     // of `text` in the whole
    bool has_from_line = false;
};

// Cuts at each line "From ..." that a header field follows and that is first
// or follows an empty line. Text that does not begin so is one part.
// Keeps:    views into `bytes`.
std::vector<MboxPart> SplitMbox(std::string_view bytes);

// Whether the text begins with a mail's header: only fields up to the first
// empty line, and one that mails have among them.
bool HasMailHeader(std::string_view text);

}  // namespace laio

#endif  // TOOLS_MAIL_MBOX_H
