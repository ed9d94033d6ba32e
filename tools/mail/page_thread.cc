#include "tools/mail/page_thread.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "tools/mail/masked_address.h"

namespace laio {
namespace {

constexpr std::string_view kPostedBy = " Posted by ";
// What may follow on the author.
constexpr std::string_view kAfterAuthor[] = {" at ", " on ", ", "};

// Whether a line begins with a subject: brackets with PATCH in them, perhaps
// after "Re:".
bool StartsWithSubject(std::string_view line)
{
    while (line.starts_with("Re: ")) {
        line.remove_prefix(4);
    }
    std::string_view tag = line.substr(0, line.find(']'));
    return tag.starts_with('[') && tag.size() < line.size() &&
           tag.find("PATCH") != std::string_view::npos;
}

// Takes the subject, and the author where one is told, from the last line
// that has a subject.
bool ReadHeading(std::string_view text, Mail *mail)
{
    while (!text.empty()) {
        std::size_t end = text.find_last_not_of('\n') + 1;
        std::size_t begin = end == 0 ? 0 : text.rfind('\n', end - 1) + 1;
        std::string_view line = text.substr(begin, end - begin);
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        text = text.substr(0, begin == 0 ? 0 : begin - 1);
        if (!StartsWithSubject(line)) {
            continue;
        }
        std::size_t posted = line.find(kPostedBy);
        mail->subject = line.substr(0, posted);
        if (posted != std::string_view::npos) {
            std::string_view author = line.substr(posted + kPostedBy.size());
            std::size_t last = author.size();
            for (std::string_view after : kAfterAuthor) {
                last = std::min(last, author.find(after));
            }
            mail->from = UnmaskAuthor(std::string(author.substr(0, last)));
        }
        return true;
    }
    return false;
}

}  // namespace

std::vector<Mail> MailsOfThread(const HtmlText &page)
{
    std::vector<Mail> mails;
    bool any_diff = false;
    std::size_t before = 0;
    std::string_view text = page.text;
    for (const HtmlText::Part &part : page.set_parts) {
        Mail mail;
        if (ReadHeading(text.substr(before, part.begin - before), &mail)) {
            mail.body = text.substr(part.begin, part.end - part.begin);
            mail.body_line = 0;
            mail.decoded.push_back("html");
            if (UnmaskAddresses(&mail.body)) {
                mail.decoded.push_back("addresses");
            }
            any_diff = any_diff ||
                       mail.body.find("diff --git ") != std::string::npos;
            mails.push_back(std::move(mail));
        }
        before = part.end;
    }
    return any_diff && mails.size() > 1 ? mails : std::vector<Mail>();
}

}  // namespace laio
