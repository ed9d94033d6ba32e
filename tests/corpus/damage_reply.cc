// What people and their mail programs do when they answer.

#include <algorithm>

#include "tests/corpus/damage_kinds.h"

namespace laio {
namespace {

const std::vector<std::string> kRemarks = {
    "Why is this needed here?",
    "Can this fail?  The caller does not seem to check.",
    "I'd rather see\n\n    if (ret < 0) {\n        goto out;\n    }\n\nhere.",
    "Maybe\n\n+    return -EINVAL;\n\ninstead?",
    "This should be\n-    foo();\n+    bar();\nI think, no?",
    "Nit: s/the the/the/.",
    "See commit 0123456789ab (\"block: something\").\n\nOtherwise looks good.",
    "OK.",
    "@@ -1,2 +1,2 @@ is where it used to be, please say so.",
    "Reviewed-by: A Reviewer <reviewer@example.org>",
};

void BecomeReply(CorpusMail *mail)
{
    std::string author = "somebody";
    for (std::string &field : mail->headers) {
        if (field.starts_with("From: ")) {
            author = field.substr(6, field.find('<') - 7);
            field = "From: A Reviewer <reviewer@example.org>";
        } else if (field.starts_with("Subject: ")) {
            field = "Subject: Re: " + field.substr(9);
        }
    }
    mail->body = "On Tue, 12 Jul 2016 at 17:25, " + author + " wrote:\n" +
                 mail->body;
}

// Puts a mark before every line but the first, which says who wrote them.
void PutMark(CorpusMail *mail, const std::string &mark, bool trim_empty)
{
    std::vector<std::string> lines = LinesOf(mail->body);
    for (std::size_t i = 1; i < lines.size(); i++) {
        bool empty = lines[i].empty();
        lines[i] = mark + lines[i];
        while (empty && trim_empty && lines[i].ends_with(' ')) {
            lines[i].pop_back();
        }
    }
    mail->body = TextOf(lines);
}

// The last place to break a line of more than `width` characters; npos when
// there is none behind its first word.
std::size_t PlaceToBreak(const std::string &line, std::size_t width)
{
    std::size_t first = line.find_first_not_of(" >|");
    if (line.size() <= width || first == std::string::npos) {
        return std::string::npos;
    }
    std::size_t cut = line.rfind(' ', width);
    return cut == std::string::npos || cut <= first ? line.find(' ', width)
                                                    : cut;
}

void WrapAt(CorpusMail *mail, std::size_t width, const std::string &mark)
{
    std::string out;
    for (std::string line : LinesOf(mail->body)) {
        bool quoted = !mark.empty() && line.starts_with(mark);
        for (;;) {
            std::size_t cut = PlaceToBreak(line, width);
            if (cut == std::string::npos) {
                break;
            }
            out += line.substr(0, cut) + "\n";
            line.erase(0, cut + 1);
            line = quoted ? mark + line : line;
        }
        out += line + "\n";
    }
    mail->body = std::move(out);
}

bool IsQuoted(const CorpusMail &mail)
{
    std::size_t at = mail.body.find("\n> ");
    return at != std::string::npos;
}

}  // namespace

void QuoteText(CorpusMail *mail, Random *random)
{
    static const std::vector<std::string> kMarks = {
        "> ", "> ", "> ", ">", "| ", "    ", "Roman> ", "RP> ",
    };
    std::string mark = random->Choose(kMarks);
    int depth = mark == "> " || mark == ">" ? 1 + random->Below(3) : 1;
    bool trim_empty = random->OneIn(2);
    BecomeReply(mail);
    for (int i = 0; i < depth; i++) {
        PutMark(mail, mark, trim_empty);
        mark = random->OneIn(3) ? ">" : mark;
    }
}

void QuoteWithComments(CorpusMail *mail, Random *random)
{
    BecomeReply(mail);
    std::vector<std::string> lines = LinesOf(mail->body);
    std::vector<BodyLine> kinds = ClassifyLines(lines);
    bool with_gaps = !random->OneIn(4);
    std::string out = lines[0] + "\n";
    for (std::size_t i = 1; i < lines.size(); i++) {
        out += "> " + lines[i] + "\n";
        bool in_diff = kinds[i] != BodyLine::kText &&
                       kinds[i] != BodyLine::kHeader;
        if (in_diff && random->OneIn(12)) {
            std::string gap = with_gaps ? "\n" : "";
            out += gap + random->Choose(kRemarks) + "\n" + gap;
        }
    }
    mail->body = std::move(out);
}

void TrimQuote(CorpusMail *mail, Random *random)
{
    BecomeReply(mail);
    std::vector<std::string> lines = LinesOf(mail->body);
    std::vector<BodyLine> kinds = ClassifyLines(lines);
    std::vector<std::size_t> places;
    for (std::size_t i = 1; i < lines.size(); i++) {
        if (kinds[i] == BodyLine::kAdded || kinds[i] == BodyLine::kRemoved) {
            places.push_back(i);
        }
    }
    std::size_t begin = places.empty() ? 1 : random->Choose(places);
    std::size_t end = begin + 1 + random->Below(20);
    std::string out = lines[0] + "\n";
    for (std::size_t i = 1; i < lines.size(); i++) {
        if (i == begin) {
            out += "[...]\n";
        } else if (i < begin || i >= end) {
            out += "> " + lines[i] + "\n";
        }
    }
    mail->body = std::move(out);
}

void WrapLines(CorpusMail *mail, Random *random)
{
    static const std::vector<std::size_t> kWidths = {72, 76, 80};
    std::size_t width = random->Choose(kWidths);
    int how = random->Below(3);
    if (how > 0 && !IsQuoted(*mail)) {
        BecomeReply(mail);
        PutMark(mail, "> ", false);
    }
    WrapAt(mail, width, how == 2 ? "> " : "");
}

}  // namespace laio
