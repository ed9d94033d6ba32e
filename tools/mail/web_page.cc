#include "tools/mail/web_page.h"

#include <strings.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "tools/mail/html_text.h"
#include "tools/mail/mail_date.h"
#include "tools/mail/masked_address.h"
#include "tools/mail/page_thread.h"

namespace laio {
namespace {

// Fields are looked for in so many lines of a page and of its text.
constexpr int kMaxHeadLines = 200;

std::string_view Trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r";
    std::size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
    std::size_t end = text.find_last_not_of(kBlanks);
    return end == std::string_view::npos ? std::string_view()
                                         : text.substr(begin,
                                                       end + 1 - begin);
}

std::string_view LineAt(std::string_view text, std::size_t at)
{
    return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

bool SameWord(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && strncasecmp(a.data(), b.data(),
                                               a.size()) == 0;
}

bool HasDiff(std::string_view text)
{
    return text.find("diff --git ") != std::string_view::npos ||
           text.find("\n--- ") != std::string_view::npos;
}

// Links that archives put behind a value: "(raw)", "[thread overview]".
std::string_view WithoutLinks(std::string_view value)
{
    for (std::string_view link : {"[thread overview]", "(raw)", "[raw]"}) {
        if (value.ends_with(link)) {
            value.remove_suffix(link.size());
            value = Trimmed(value);
        }
    }
    return value;
}

// Whether somebody is named: with an address, or by a few words with capitals.
bool NamesSomebody(std::string_view text)
{
    if (UnmaskAuthor(std::string(text)).find('@') != std::string::npos) {
        return true;
    }
    int words = 0;
    bool capitals = true;
    for (std::size_t at = 0; at < text.size(); at++) {
        unsigned char c = text[at];
        if (at == 0 || text[at - 1] == ' ') {
            words++;
            capitals = capitals && (std::isupper(c) || c >= 0x80);
        }
        capitals = capitals && !std::isdigit(c) && c != ':';
    }
    return capitals && words >= 2 && words <= 4;
}

// A date as git reads it.
std::string Date(const std::string &text)
{
    std::optional<MailDate> date = ParseMailDate(text);
    return date ? FormatMailDate(*date) : text;
}

class PageReader {
 public:
    explicit PageReader(HtmlText page) : page_(std::move(page)) {}

    Mail Run()
    {
        std::size_t begin = 0;
        std::size_t end = page_.text.size();
        FindMail(&begin, &end);
        std::string_view text = page_.text;
        ReadFields(text.substr(0, begin), false);
        std::string_view body = text.substr(begin, end - begin);
        body.remove_prefix(ReadFields(body, true));
        if (begin > 0 && (mail_.from.empty() || mail_.date.empty())) {
            ReadByline(text.substr(0, begin));
        }
        if (mail_.subject.empty() && begin > 0) {
            mail_.subject = page_.heading.empty() ? page_.title
                                                  : page_.heading;
        }
        mail_.body = body;
        mail_.body_line = 0;
        mail_.decoded.push_back("html");
        if (UnmaskAddresses(&mail_.body)) {
            UnmaskBareAddresses(&mail_.body);
            mail_.decoded.push_back("addresses");
        }
        mail_.from = UnmaskAuthor(mail_.from);
        return std::move(mail_);
    }

 private:
    // From the part with the header, else the first, to the last with a diff.
    void FindMail(std::size_t *begin, std::size_t *end) const
    {
        const std::vector<HtmlText::Part> &parts = page_.set_parts;
        auto text = [this](const HtmlText::Part &part) {
            return std::string_view(page_.text).substr(part.begin,
                                                       part.end - part.begin);
        };
        auto last = std::find_if(parts.rbegin(), parts.rend(),
                                 [&](const HtmlText::Part &part) {
                                     return HasDiff(text(part));
                                 });
        if (last == parts.rend()) {
            return;
        }
        auto first = std::find_if(parts.begin(), last.base(),
                                  [&](const HtmlText::Part &part) {
                                      return HasOwnHeader(text(part));
                                  });
        first = first == last.base() ? parts.begin() : first;
        *begin = first->begin;
        *end = last->end;
    }

    PageReader() = default;

    static bool HasOwnHeader(std::string_view text)
    {
        PageReader other;
        other.ReadFields(text, true);
        return !other.mail_.subject.empty();
    }

    // Takes "Field: value" lines.
    //
    //   at_top   they are the text's own header, up to an empty line, or none
    // Returns:   how long that header is.
    std::size_t ReadFields(std::string_view text, bool at_top)
    {
        Mail before = mail_;
        int known = 0;
        std::size_t at = 0;
        for (int line = 0; line < kMaxHeadLines && at < text.size(); line++) {
            std::string_view whole = LineAt(text, at);
            at = std::min(at + whole.size() + 1, text.size());
            std::string_view trimmed = Trimmed(whole);
            if (at_top && trimmed.empty() && line > 0) {
                break;
            }
            known += ReadField(trimmed);
        }
        if (!at_top) {
            return 0;
        }
        if (known < 2) {
            mail_ = before;
            return 0;
        }
        return at;
    }

    bool ReadField(std::string_view line)
    {
        std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) {
            return false;
        }
        std::string_view name = Trimmed(line.substr(0, colon));
        std::string value(WithoutLinks(Trimmed(line.substr(colon + 1))));
        std::string *field = nullptr;
        if (SameWord(name, "From") || SameWord(name, "Author") ||
            SameWord(name, "Submitter")) {
            field = &mail_.from;
        } else if (SameWord(name, "Subject")) {
            field = &mail_.subject;
        } else if (SameWord(name, "Date")) {
            field = &mail_.date;
            value = Date(value);
        } else if (SameWord(name, "Message-ID")) {
            field = &mail_.message_id;
        }
        if (!field || value.empty()) {
            return false;
        }
        if (field->empty()) {
            *field = value;
        }
        return true;
    }

    // Below the heading: the author, and the date in the same line or the
    // next.
    void ReadByline(std::string_view text)
    {
        std::size_t at = page_.heading.empty() ? 0 : text.find(page_.heading);
        at = at == std::string_view::npos ? 0 : at + page_.heading.size();
        std::string_view before;
        for (int line = 0; line < kMaxHeadLines && at < text.size(); line++) {
            std::string_view whole = Trimmed(LineAt(text, at));
            at += LineAt(text, at).size() + 1;
            std::size_t date = DateIn(whole);
            if (date == std::string_view::npos) {
                before = whole.empty() ? before : whole;
                continue;
            }
            std::string_view author = WithoutDay(whole.substr(0, date));
            author = author.empty() ? before : author;
            if (!NamesSomebody(author)) {
                continue;
            }
            if (mail_.from.empty()) {
                mail_.from = author;
            }
            if (mail_.date.empty()) {
                mail_.date = Date(std::string(whole.substr(date)));
            }
            return;
        }
    }

    // Where in a line a date begins that goes to its end.
    static std::size_t DateIn(std::string_view line)
    {
        std::size_t found = std::string_view::npos;
        if (line.size() > 200 || line.find(':') == std::string_view::npos) {
            return found;
        }
        for (std::size_t at = 0; at < line.size(); at++) {
            bool word = at == 0 || line[at - 1] == ' ';
            if (word && ParseMailDate(std::string(line.substr(at)))) {
                found = at;
            }
        }
        return found;
    }

    static std::string_view WithoutDay(std::string_view text)
    {
        text = Trimmed(text);
        for (std::string_view day : {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat",
                                     "Sun"}) {
            bool alone = text == day ||
                         text.ends_with(" " + std::string(day));
            if (alone) {
                text.remove_suffix(day.size());
            }
        }
        return Trimmed(text);
    }

    HtmlText page_;
    Mail mail_;
};

}  // namespace

bool IsHtmlPage(std::string_view text)
{
    std::size_t at = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    while (at != std::string_view::npos) {
        std::string start;
        for (unsigned char c : text.substr(at, 14)) {
            start += char(std::tolower(c));
        }
        if (start.starts_with("<!doctype html") ||
            start.starts_with("<html")) {
            return true;
        }
        bool skipped = start.starts_with("<!--") || start.starts_with("<?xml");
        std::size_t end = text.find('>', at);
        if (!skipped || end == std::string_view::npos) {
            return false;
        }
        at = text.find_first_not_of(" \t\r\n", end + 1);
    }
    return false;
}

std::vector<Mail> ReadWebPage(std::string_view html)
{
    HtmlText page = ReadHtml(html);
    std::vector<Mail> mails = MailsOfThread(page);
    if (mails.empty()) {
        mails.push_back(PageReader(std::move(page)).Run());
    }
    return mails;
}

}  // namespace laio
