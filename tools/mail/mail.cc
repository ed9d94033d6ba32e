#include "tools/mail/mail.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/mail/mbox.h"
#include "tools/mail/mime.h"
#include "tools/mail/typography.h"

namespace laio {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// Carriage returns are the transport's only when every line has them.
bool EveryLineEndsInCr(std::string_view text)
{
    std::size_t lines = 0;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
        if (at == 0 || text[at - 1] != '\r') {
            return false;
        }
        lines++;
    }
    return lines > 0;
}

void StripCarriageReturns(Mail &mail)
{
    while (EveryLineEndsInCr(mail.body)) {
        std::string text;
        text.reserve(mail.body.size());
        for (std::size_t i = 0; i < mail.body.size(); i++) {
            bool at_end = i + 1 == mail.body.size() || mail.body[i + 1] == '\n';
            if (mail.body[i] != '\r' || !at_end) {
                text += mail.body[i];
            }
        }
        mail.body = std::move(text);
        mail.decoded.push_back("crlf");
    }
}

// No line of code is indented by no-break spaces; where one seems to be, the
// mailer put them in.
void ReplaceNoBreakSpaces(Mail &mail)
{
    std::string &body = mail.body;
    bool indents = false;
    for (std::string_view start : {"\n\xC2\xA0", "\n+\xC2\xA0", "\n-\xC2\xA0",
                                   "\n> \xC2\xA0", "\n> +\xC2\xA0"}) {
        indents = indents || body.find(start) != std::string::npos ||
                  body.starts_with(start.substr(1));
    }
    if (!indents) {
        return;
    }
    for (std::size_t at = 0;
         (at = body.find(kNoBreakSpace, at)) != std::string::npos;) {
        body.replace(at, kNoBreakSpace.size(), " ");
    }
    mail.decoded.push_back("no-break-space");
}

int LineOfBody(const MboxPart &part)
{
    std::size_t end = part.text.find("\n\n");
    std::size_t end_crlf = part.text.find("\n\r\n");
    end = std::min(end, end_crlf);
    if (end == std::string_view::npos) {
        return part.first_line;
    }
    return part.first_line + 2 +
           int(std::count(part.text.begin(), part.text.begin() + end, '\n'));
}

Result<Mail> DecodePart(const MboxPart &part, const std::string &name)
{
    Mail mail;
    if (part.has_from_line || HasMailHeader(part.text)) {
        Result<Mail> decoded = DecodeMime(part.text);
        if (!decoded) {
            return BadInput(fmt::format("{}:{}: {}", name, part.first_line,
                                        decoded.error().message));
        }
        mail = std::move(*decoded);
        bool same_lines = std::all_of(mail.decoded.begin(), mail.decoded.end(),
                                      [](const std::string &step) {
                                          return step.starts_with("charset=");
                                      });
        mail.body_line = same_lines ? LineOfBody(part) : 0;
    } else {
        mail.body = part.text;
        mail.body_line = part.first_line;
    }
    mail.source = name;
    StripCarriageReturns(mail);
    ReplaceNoBreakSpaces(mail);
    if (UndoTypography(&mail.body)) {
        mail.decoded.push_back("typography");
    }
    return mail;
}

}  // namespace

Result<std::vector<Mail>> DecodeMail(std::string_view bytes,
                                     const std::string &name)
{
    if (std::all_of(bytes.begin(), bytes.end(),
                    [](unsigned char c) { return std::isspace(c); })) {
        return BadInput(fmt::format(
            "{}:1: cannot decode: the input is empty; give a mail, an mbox or "
            "a patch",
            name));
    }
    std::size_t nul = bytes.find('\0');
    if (nul != std::string_view::npos) {
        auto line = 1 + std::count(bytes.begin(), bytes.begin() + nul, '\n');
        return BadInput(fmt::format(
            "{}:{}: cannot decode: a NUL byte; this is not the text of a mail",
            name, line));
    }
    std::vector<Mail> mails;
    for (const MboxPart &part : SplitMbox(bytes)) {
        Result<Mail> mail = DecodePart(part, name);
        if (!mail) {
            return mail.error();
        }
        mails.push_back(std::move(*mail));
    }
    return mails;
}

}  // namespace laio
