// Mail after mail from whatever holds them, in memory that does not grow.

#ifndef TOOLS_MAIL_MAIL_READER_H
#define TOOLS_MAIL_MAIL_READER_H

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/mail/byte_source.h"
#include "tools/mail/mail.h"
#include "tools/mail/mbox.h"

namespace laio {

// Thread: one at a time.
class MailReader {
 public:
    // Opens a file (mbox, mail, patch; compressed by gzip or not), a folder
    // (Maildir: its `cur` and `new`; else its files, by name) or stdin.
    //
    //   path     "-" for stdin
    //   name     what to call it in messages
    // Returns:  an Error when there is no such thing.
    static Result<std::unique_ptr<MailReader>> Open(const std::string &path,
                                                    const std::string &name);

    // Returns:  nullopt after the last mail; an Error with `source:line:` when
    //           a mail cannot be decoded, or there was none at all.
    Result<std::optional<Mail>> Next();

    // How far the reader is, in bytes of the file or files in the folder; a
    // size of 0 is not known.
    std::size_t position() const;
    std::size_t size() const;

 private:
    struct File {
        std::string path;
        std::string name;
    };

    explicit MailReader(std::vector<File> files, std::string name)
        : files_(std::move(files)), name_(std::move(name))
    {
    }
    Status OpenNext();

    std::vector<File> files_;
    std::string name_;
    std::size_t next_ = 0;  // of files_
    std::unique_ptr<ByteSource> source_;
    std::unique_ptr<MboxSplitter> splitter_;
    bool any_ = false;
    std::deque<Mail> ready_;
};

}  // namespace laio

#endif  // TOOLS_MAIL_MAIL_READER_H
