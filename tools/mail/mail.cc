#include "tools/mail/mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <memory>
#include <optional>

#include "tools/mail/decode_part.h"
#include "tools/mail/html_entities.h"
#include "tools/mail/mail_limits.h"
#include "tools/mail/mime.h"
#include "tools/mail/typography.h"
#include "tools/mail/unicode_mark.h"
#include "tools/mail/web_page.h"

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

Result<Mail> DecodeWithHeader(const MboxPart &part, const std::string &name,
                              std::vector<std::string> *attached)
{
    Status small = CheckMailLimits(part, name);
    if (!small) {
        return small.error();
    }
    Result<Mail> mail = DecodeMime(part.text, attached);
    if (!mail) {
        return BadInput(fmt::format("{}:{}: {}", name, part.first_line,
                                    mail.error().message));
    }
    if (mail->body.find('\0') != std::string::npos) {
        return BadInput(fmt::format(
            "{}:{}: cannot decode: a NUL byte in what this mail encodes; it "
            "is not text", name, part.first_line));
    }
    bool same_lines = std::all_of(mail->decoded.begin(), mail->decoded.end(),
                                  [](const std::string &step) {
                                      return step.starts_with("charset=");
                                  });
    mail->body_line = same_lines ? LineOfBody(part) : 0;
    if (part.has_from_line && UnescapeFromLines(&mail->body)) {
        mail->decoded.push_back("mboxrd");
    }
    return mail;
}

Status CheckNoNul(const MboxPart &part, const std::string &name)
{
    std::size_t nul = part.text.find('\0');
    if (nul == std::string_view::npos) {
        return Ok();
    }
    auto line = part.first_line +
                std::count(part.text.begin(), part.text.begin() + nul, '\n');
    return BadInput(fmt::format(
        "{}:{}: cannot decode: a NUL byte; this is not the text of a mail",
        name, line));
}

// Text without a header: a patch, prose, or a web page of one or more mails.
std::vector<Mail> DecodeBare(const MboxPart &part)
{
    if (IsHtmlPage(part.text)) {
        return ReadWebPage(part.text);
    }
    Mail mail;
    mail.body = part.text;
    mail.body_line = part.first_line;
    return {std::move(mail)};
}

// What is done to the text of any mail, wherever it comes from.
void Clean(Mail &mail)
{
    StripCarriageReturns(mail);
    bool has_diff = mail.body.find("diff --git ") != std::string::npos;
    if (has_diff && UndoEntities(&mail.body)) {
        mail.decoded.push_back("entities");
    }
    ReplaceNoBreakSpaces(mail);
    if (UndoTypography(&mail.body)) {
        mail.decoded.push_back("typography");
    }
}

// Mails in attachments; what is attached to them in turn is left out.
Status DecodeAttached(const std::vector<std::string> &attached,
                      const std::string &name, std::deque<Mail> *mails)
{
    for (const std::string &text : attached) {
        std::size_t line = text.starts_with("From ") ? text.find('\n') : 0;
        MboxPart part{text, 0, line > 0};
        part.text.remove_prefix(line > 0 ? std::min(line + 1, text.size())
                                         : 0);
        Status good = CheckNoNul(part, name);
        std::vector<std::string> ignored;
        Result<Mail> mail = good ? DecodeWithHeader(part, name, &ignored)
                                 : Result<Mail>(good.error());
        if (!mail) {
            return mail.error();
        }
        mail->source = name;
        mail->body_line = 0;
        mail->decoded.insert(mail->decoded.begin(), "attachment");
        StripCarriageReturns(*mail);
        ReplaceNoBreakSpaces(*mail);
        mails->push_back(*std::move(mail));
    }
    return Ok();
}

}  // namespace

bool IsBlankText(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](unsigned char c) { return std::isspace(c); });
}

Error EmptyInput(const std::string &name)
{
    return BadInput(fmt::format(
        "{}:1: cannot decode: the input is empty; give a mail, an mbox or a "
        "patch", name));
}

Status DecodePart(const MboxPart &original, const std::string &name,
                  std::deque<Mail> *mails)
{
    MboxPart part = original;
    std::string converted;
    if (TakeByteOrderMark(&part.text, &converted)) {
        part.text = converted;
    }
    Status text = CheckNoNul(part, name);
    if (!text) {
        return text;
    }
    std::vector<std::string> attached;
    std::vector<Mail> decoded;
    if (part.has_from_line || HasMailHeader(part.text)) {
        Result<Mail> mail = DecodeWithHeader(part, name, &attached);
        if (!mail) {
            return mail.error();
        }
        decoded.push_back(*std::move(mail));
    } else {
        decoded = DecodeBare(part);
    }
    for (Mail &mail : decoded) {
        mail.source = name;
        Clean(mail);
        if (attached.empty() || !IsBlankText(mail.body)) {
            mails->push_back(std::move(mail));
        }
    }
    return DecodeAttached(attached, name, mails);
}

Result<std::vector<Mail>> DecodeMail(std::string_view bytes,
                                     const std::string &name)
{
    std::unique_ptr<ByteSource> source = MemoryBytes(bytes, name);
    MboxSplitter splitter(*source, name);
    std::deque<Mail> mails;
    while (true) {
        Result<std::optional<MboxPart>> part = splitter.Next();
        if (!part) {
            return part.error();
        }
        if (!*part) {
            break;
        }
        if (IsBlankText((*part)->text)) {
            continue;
        }
        Status decoded = DecodePart(**part, name, &mails);
        if (!decoded) {
            return decoded.error();
        }
    }
    if (mails.empty()) {
        return EmptyInput(name);
    }
    return std::vector<Mail>(std::make_move_iterator(mails.begin()),
                             std::make_move_iterator(mails.end()));
}

}  // namespace laio
