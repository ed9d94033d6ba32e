// The mails that the command line names, one after another, patches of a
// series in their order.

#ifndef TOOLS_CLI_MAIL_QUEUE_H
#define TOOLS_CLI_MAIL_QUEUE_H

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "tools/base/result.h"
#include "tools/cli/progress.h"
#include "tools/cli/session.h"
#include "tools/mail/mail.h"
#include "tools/mail/mail_reader.h"
#include "tools/mail/series_order.h"

namespace laio {

class MailQueue {
 public:
    // Opens a file, a folder, or stdin for "-". Says how far it is while
    // somebody watches.
    static Result<std::unique_ptr<MailQueue>> Open(Session &session,
                                                   const std::string &command,
                                                   const std::string &path);

    // Returns:  nullopt after the last one. What is missing from a series is
    //           said on the session's `err`.
    Result<std::optional<Mail>> Next();

    // Remembers the patch that a mail is about, under a number of the
    // caller's.
    void Remember(const Mail &mail, int number);

    // The patch that a reply is about, if Remember() was told of it.
    std::optional<int> RepliesTo(const Mail &mail) const;

 private:
    MailQueue(Session &session, const std::string &command,
              std::unique_ptr<MailReader> reader)
        : session_(session), progress_(session, command),
          reader_(std::move(reader))
    {
    }
    void SayProgress();

    Session &session_;
    Progress progress_;
    std::unique_ptr<MailReader> reader_;
    SeriesOrder order_;
    bool ended_ = false;
    std::size_t mails_ = 0;
    std::chrono::steady_clock::time_point said_{};
    std::unordered_map<std::size_t, int> known_;  // by hash of the subject
};

}  // namespace laio

#endif  // TOOLS_CLI_MAIL_QUEUE_H
