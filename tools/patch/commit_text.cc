#include "tools/patch/commit_text.h"

#include <algorithm>

#include "tools/mail/mail_date.h"
#include "tools/patch/text_lines.h"
#include "tools/patch/voices.h"

namespace laio {
namespace {

// A line of the mail before the diff.
struct ProseLine {
    bool quoted = false;  // as deep as the patch
    bool rest = false;    // of the line before, which a mailer broke
    std::string text;
};

// The lines before the one whose first word is at `end`.
std::vector<ProseLine> ProseLines(const WordStream &stream, int end)
{
    std::vector<ProseLine> lines;
    int last = stream.IsWord(end - 1) ? end : end - 1;
    for (int at = 0; at < last; at++) {
        const Item &item = stream.items[at];
        if (item.kind != ItemKind::kWord) {
            bool zero_width = stream.flat && item.kind == ItemKind::kMark &&
                              item.text.empty();
            if (!zero_width) {
                lines.push_back({item.kind == ItemKind::kMark,
                                 IsRestOfBrokenLine(stream, at),
                                 stream.flat ? "" : std::string(item.text)});
            }
        } else if (stream.flat && !lines.empty()) {
            std::string &text = lines.back().text;
            text += text.empty() ? "" : " ";
            text += item.text;
        }
    }
    return lines;
}

bool TakePrefix(std::string *text, std::string_view prefix)
{
    if (!text->starts_with(prefix)) {
        return false;
    }
    text->erase(0, prefix.size());
    return true;
}

std::string WithoutReply(std::string subject)
{
    while (TakePrefix(&subject, "Re: ") || TakePrefix(&subject, "RE: ") ||
           TakePrefix(&subject, "Re:") || TakePrefix(&subject, "AW: ") ||
           TakePrefix(&subject, "Fwd: ")) {
    }
    return subject;
}

bool IsScissors(const std::string &line)
{
    bool cut = line.find(">8") != std::string::npos ||
               line.find("8<") != std::string::npos;
    return cut && std::count(line.begin(), line.end(), '-') >= 4;
}

// Whether `git am` would take this line of a message for the beginning of the
// patch.
bool LooksLikeDiff(const std::string &line)
{
    bool plain = line.starts_with("--- ") && !IsBlank(line.substr(4));
    return plain || line.starts_with("diff -") || line.starts_with("Index: ");
}

class CommitTextReader {
 public:
    CommitTextReader(const Mail &mail, const WordStream &stream, int end)
        : mail_(mail), quoted_patch_(stream.depth > 0),
          lines_(ProseLines(stream, end))
    {
    }

    CommitText Run()
    {
        ReadLines();
        if (quoted_patch_) {
            UseAttribution();
        } else {
            text_.author = mail_.from;
            text_.date = mail_.date;
            text_.subject = mail_.subject;
        }
        ReadInnerHeader();
        DropEmptyEnds(&message_);
        for (std::string &line : message_) {
            line.erase(line.find_last_not_of(" \t\r") + 1);
            text_.message += (LooksLikeDiff(line) ? " " : "") + line + "\n";
        }
        FindAddress();
        return std::move(text_);
    }

 private:
    void ReadLines()
    {
        bool in_message = true;
        std::string other;
        for (const ProseLine &line : lines_) {
            if (line.rest) {
                if (in_message && !message_.empty()) {
                    message_.back() += " " + line.text;
                }
                continue;
            }
            if (!line.quoted && quoted_patch_) {
                other += line.text + "\n";
                continue;
            }
            FlushOther(&other);
            if (IsScissors(line.text)) {
                message_.clear();
            } else if (line.text == "---") {
                in_message = false;
            } else if (in_message) {
                message_.push_back(line.text);
            }
        }
        FlushOther(&other);
    }

    // A run of lines less quoted than the patch.
    void FlushOther(std::string *other)
    {
        if (!IsBlank(*other)) {
            ReadAttribution(*other, &attribution_);
            text_.others.push_back(*other);
        }
        other->clear();
    }

    void UseAttribution()
    {
        text_.author = attribution_.name;
        text_.subject = WithoutReply(mail_.subject);
        std::optional<MailDate> date = ParseMailDate(attribution_.date);
        if (!date) {
            return;
        }
        text_.date = FormatMailDate(*date);
        std::string doubt;
        if (!date->order_known) {
            doubt = ", day before month as with clocks of 24 hours";
        }
        if (!date->zone_known) {
            doubt += ", time zone unknown";
        }
        if (!doubt.empty()) {
            text_.notes.push_back("the date `" + attribution_.date +
                                  "` is read as " + text_.date + doubt);
        }
    }

    // "From:", "Date:" and "Subject:" at the top of the message, as git
    // writes them for patches that somebody else sends.
    void ReadInnerHeader()
    {
        DropEmptyEnds(&message_);
        while (!message_.empty()) {
            std::string line = message_[0];
            if (TakePrefix(&line, "From: ")) {
                text_.author = line;
            } else if (TakePrefix(&line, "Date: ")) {
                text_.date = line;
            } else if (TakePrefix(&line, "Subject: ")) {
                text_.subject = line;
            } else {
                break;
            }
            message_.erase(message_.begin());
        }
    }

    static void DropEmptyEnds(std::vector<std::string> *lines)
    {
        while (!lines->empty() && IsBlank(lines->back())) {
            lines->pop_back();
        }
        while (!lines->empty() && IsBlank(lines->front())) {
            lines->erase(lines->begin());
        }
    }

    // Attributions often have the name alone; the sign-off has the address.
    void FindAddress()
    {
        if (text_.author.empty() ||
            text_.author.find('<') != std::string::npos) {
            return;
        }
        for (std::string line : message_) {
            if (TakePrefix(&line, "Signed-off-by: ") &&
                line.starts_with(text_.author + " <")) {
                text_.author = line;
            }
        }
        if (text_.author.find("...@") != std::string::npos) {
            text_.notes.push_back("the address in `" + text_.author +
                                  "` is masked");
        }
    }

    const Mail &mail_;
    bool quoted_patch_;
    std::vector<ProseLine> lines_;
    std::vector<std::string> message_;
    Attribution attribution_;
    CommitText text_;
};

}  // namespace

CommitText ReadCommitText(const Mail &mail, const WordStream &stream, int end)
{
    return CommitTextReader(mail, stream, end).Run();
}

}  // namespace laio
