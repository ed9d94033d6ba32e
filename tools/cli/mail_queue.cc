#include "tools/cli/mail_queue.h"

#include <fmt/format.h>

#include <functional>
#include <ostream>

namespace laio {
namespace {

constexpr std::chrono::milliseconds kBetweenSayings{500};

// What a patch and the replies to it have in common.
std::size_t Key(const Mail &mail, const SubjectTag &tag)
{
    std::size_t close = mail.subject.rfind(']');
    std::string words = mail.subject.substr(
        close == std::string::npos ? 0 : close + 1);
    return std::hash<std::string>()(fmt::format(
        "{} {}/{} {}", tag.words, tag.number, tag.count, words));
}

}  // namespace

Result<std::unique_ptr<MailQueue>> MailQueue::Open(Session &session,
                                                   const std::string &command,
                                                   const std::string &path)
{
    bool is_stdin = path == "-";
    auto reader = MailReader::Open(session.Resolve(path).string(),
                                   is_stdin ? "stdin" : path);
    if (!reader) {
        return reader.error();
    }
    return std::unique_ptr<MailQueue>(
        new MailQueue(session, command, *std::move(reader)));
}

Result<std::optional<Mail>> MailQueue::Next()
{
    while (true) {
        std::optional<Mail> ready = order_.Take();
        for (const std::string &note : order_.TakeNotes()) {
            session_.err << "note: " << note << "\n";
        }
        if (ready || ended_) {
            return ready;
        }
        Result<std::optional<Mail>> mail = reader_->Next();
        if (!mail) {
            return mail.error();
        }
        if (*mail) {
            order_.Add(**std::move(mail));
            mails_++;
            SayProgress();
        } else {
            order_.Finish();
            ended_ = true;
        }
    }
}

void MailQueue::SayProgress()
{
    auto now = std::chrono::steady_clock::now();
    if (mails_ == 1) {
        said_ = now;
    }
    if (now - said_ < kBetweenSayings) {
        return;
    }
    said_ = now;
    std::string share;
    if (reader_->size() > 0) {
        share = fmt::format(", {} %",
                            reader_->position() * 100 / reader_->size());
    }
    progress_.Say(fmt::format("{} mails{}", mails_, share));
}

void MailQueue::Remember(const Mail &mail, int number)
{
    SubjectTag tag = ReadSubjectTag(mail.subject);
    if (!tag.reply && !mail.subject.empty()) {
        known_[Key(mail, tag)] = number;
    }
}

std::optional<int> MailQueue::RepliesTo(const Mail &mail) const
{
    SubjectTag tag = ReadSubjectTag(mail.subject);
    auto found = tag.reply ? known_.find(Key(mail, tag)) : known_.end();
    return found == known_.end() ? std::nullopt
                                 : std::optional<int>(found->second);
}

}  // namespace laio
