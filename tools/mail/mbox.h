// Splitting an mbox into its mails.

#ifndef TOOLS_MAIL_MBOX_H
#define TOOLS_MAIL_MBOX_H

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "tools/base/result.h"
#include "tools/mail/byte_source.h"

namespace laio {

struct MboxPart {
    std::string_view text;  // without the "From " line
    int first_line = 1;     // of `text` in the whole
    bool has_from_line = false;
};

// No mail of people is larger; what is may be made to hurt.
struct MboxLimits {
    std::size_t mail_bytes = 64 << 20;
    std::size_t line_bytes = 16 << 20;
};

// Cuts at each line "From ..." that a header field follows and that is first
// or follows an empty line. Text that does not begin so is one part. Holds
// no more than one mail at a time.
class MboxSplitter {
 public:
    // Keeps:    the source.
    MboxSplitter(ByteSource &source, std::string name,
                 const MboxLimits &limits = {})
        : source_(source), name_(std::move(name)), limits_(limits)
    {
    }

    // Returns:  nullopt at the end; an Error with `name:line:` when a mail or
    //           a line is larger than allowed, or the source fails.
    // Keeps:    the part is a view that the next call ends.
    Result<std::optional<MboxPart>> Next();

 private:
    Status Fill();
    Status CheckSize() const;
    Status ReadLine(std::size_t at, std::size_t *end);
    Result<bool> StartsMail(std::size_t at, std::size_t end);

    ByteSource &source_;
    std::string name_;
    MboxLimits limits_;
    std::string buffer_;
    std::size_t begin_ = 0;  // of the part in the buffer
    std::size_t line_at_ = 0;  // of the line that is looked at
    bool ended_ = false;
    bool after_empty_ = true;
    bool has_from_line_ = false;
    int first_line_ = 1;
    int line_ = 1;
};

// Whether the text begins with a mail's header: only fields up to the first
// empty line, and one that mails have among them.
bool HasMailHeader(std::string_view text);

// Takes the mark off lines ">From " that stand alone. Mailboxes put it there;
// among lines that are quoted it is a quote.
//
// Returns:  whether there was one.
bool UnescapeFromLines(std::string *text);

}  // namespace laio

#endif  // TOOLS_MAIL_MBOX_H
