#include "tools/patch/commit_words.h"

#include <strings.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "tools/mail/mail_date.h"

namespace laio {
namespace {

bool StartsWithWord(std::string_view text, std::string_view word)
{
    return text.size() >= word.size() &&
           strncasecmp(text.data(), word.data(), word.size()) == 0;
}

std::string_view Trimmed(std::string_view text)
{
    std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

// Runs of blanks become one.
std::string OneBlank(std::string_view text)
{
    std::string out;
    for (char c : Trimmed(text)) {
        bool blank = std::isspace(static_cast<unsigned char>(c));
        if (!blank || !out.ends_with(' ')) {
            out += blank ? ' ' : c;
        }
    }
    return out;
}

// "---" alone, or what begins a diff.
bool EndsMessage(std::string_view line)
{
    if (line.starts_with("diff -") || line.starts_with("Index: ")) {
        return true;
    }
    if (!line.starts_with("---")) {
        return false;
    }
    std::string_view rest = line.substr(3);
    return Trimmed(rest).empty() ||
           (rest[0] == ' ' && rest.size() > 1 && !std::isspace(
                static_cast<unsigned char>(rest[1])));
}

// Reads the body of a mail line by line: fields that overrule the header,
// then the message.
class BodyReader {
 public:
    explicit BodyReader(CommitWords *words) : words_(words) {}

    std::string Run(std::string_view body, std::string *subject)
    {
        subject_ = subject;
        for (std::size_t at = 0; at < body.size();) {
            std::size_t end = std::min(body.find('\n', at), body.size());
            std::string_view line = body.substr(at, end - at);
            if (EndsMessage(line)) {
                break;
            }
            if (!in_fields_ || !TakeField(line)) {
                in_fields_ = false;
                message_ += line;
                message_ += '\n';
            }
            at = end + 1;
        }
        Flush();
        return std::move(message_);
    }

 private:
    bool TakeField(std::string_view line)
    {
        if (Trimmed(line).empty()) {
            in_fields_ = name_.empty();
            Flush();
            return true;
        }
        if (!name_.empty() && (line[0] == ' ' || line[0] == '\t')) {
            value_ += line;
            return true;
        }
        if (line.starts_with(">From ")) {
            return true;
        }
        for (std::string_view name : {"From:", "Date:", "Subject:"}) {
            if (StartsWithWord(line, name)) {
                Flush();
                name_ = name;
                value_ = line.substr(name.size());
                return true;
            }
        }
        return false;
    }

    void Flush()
    {
        std::string value = OneBlank(value_);
        if (name_ == "From:") {
            words_->author = CleanAuthor(value);
        } else if (name_ == "Date:") {
            words_->date = value;
        } else if (name_ == "Subject:") {
            *subject_ = value;
        }
        name_ = {};
        value_.clear();
    }

    CommitWords *words_;
    std::string *subject_ = nullptr;
    bool in_fields_ = true;
    std::string_view name_;  // of the field being read
    std::string value_;
    std::string message_;
};

// The lines "# User" and "# Date" of `hg export`; the rest is given back.
std::string TakeMercurial(std::string_view body, CommitWords *words)
{
    if (!body.starts_with("# HG changeset patch\n")) {
        return std::string(body);
    }
    while (body.starts_with('#')) {
        std::size_t end = std::min(body.find('\n'), body.size() - 1);
        std::string_view line = body.substr(0, end);
        if (line.starts_with("# User ")) {
            words->author = CleanAuthor(line.substr(7));
        } else if (line.starts_with("# Date ")) {
            MailDate date;
            std::string numbers(line.substr(7));
            char *zone = nullptr;
            date.unix_seconds = std::strtoll(numbers.c_str(), &zone, 10);
            date.zone_minutes = -std::atoi(zone) / 60;
            words->date = FormatMailDate(date);
        }
        body.remove_prefix(end + 1);
    }
    return std::string(body);
}

// A name in quotes or with comments in parentheses, as plain text.
std::string Unquoted(std::string_view text)
{
    std::string out;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); i++) {
        if (text[i] == '"') {
            quoted = !quoted;
        } else if (text[i] == '\\' && quoted && i + 1 < text.size()) {
            out += text[++i];
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace

std::string CleanAuthor(std::string_view from)
{
    std::string text = Unquoted(from);
    std::size_t at = text.find('@');
    if (at == std::string::npos) {
        return OneBlank(text);
    }
    std::size_t begin = text.find_last_of(" \t\n<(", at);
    begin = begin == std::string::npos ? 0 : begin + 1;
    std::size_t end = std::min(text.find_first_of(" \t\n>)", at), text.size());
    std::string address = text.substr(begin, end - begin);
    std::string before = text.substr(0, begin);
    std::string after = text.substr(end);
    std::string name;
    for (char c : before + " " + after) {
        name += c == '<' || c == '>' ? ' ' : c;
    }
    name = OneBlank(name);
    if (name.starts_with('(') && name.ends_with(')')) {
        name = OneBlank(std::string_view(name).substr(1, name.size() - 2));
    }
    bool sane = !name.empty() && name.size() <= 60 &&
                name.find_first_of("@<>") == std::string::npos;
    return (sane ? name : address) + " <" + address + ">";
}

std::string CleanSubject(std::string_view subject)
{
    while (!subject.empty()) {
        std::size_t close = subject.find(']');
        if (StartsWithWord(subject, "re:")) {
            subject.remove_prefix(3);
        } else if (subject[0] == ' ' || subject[0] == '\t' ||
                   subject[0] == ':') {
            subject.remove_prefix(1);
        } else if (subject[0] == '[' && close != std::string_view::npos) {
            subject.remove_prefix(close + 1);
        } else {
            break;
        }
    }
    return OneBlank(subject);
}

std::string CleanMessage(std::string_view message)
{
    std::string out;
    bool gap = false;
    for (std::size_t at = 0; at < message.size();) {
        std::size_t end = std::min(message.find('\n', at), message.size());
        std::string_view line = message.substr(at, end - at);
        std::size_t last = line.find_last_not_of(" \t\r\f\v");
        if (last == std::string_view::npos) {
            gap = !out.empty();
        } else {
            out += gap ? "\n" : "";
            out += line.substr(0, last + 1);
            out += '\n';
            gap = false;
        }
        at = end + 1;
    }
    return out;
}

CommitWords WordsOfMail(const Mail &mail, std::string_view preamble)
{
    CommitWords words;
    words.author = CleanAuthor(mail.from);
    words.date = mail.date;
    std::string subject = mail.subject;
    std::string without_mercurial = TakeMercurial(preamble, &words);
    std::string body = BodyReader(&words).Run(without_mercurial, &subject);
    if (words.author.empty()) {
        words.author = "Unknown Author <unknown@localhost>";
    } else if (words.author.find('<') == std::string::npos) {
        words.author += " <unknown@localhost>";
    }
    if (CleanSubject(subject).empty() && CleanMessage(body).empty()) {
        subject = "a patch without a message";
    }
    words.message = CleanMessage(CleanSubject(subject) + "\n\n" + body);
    return words;
}

CommitWords WordsOfSalvage(const SalvageResult &result)
{
    CommitWords words;
    words.author = CleanAuthor(result.author);
    words.date = result.date;
    words.message = CleanMessage(CleanSubject(result.subject) + "\n\n" +
                                 result.message);
    return words;
}

}  // namespace laio
