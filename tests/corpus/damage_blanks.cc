// What editors, clipboards and web archives do to blanks and line ends.

#include <algorithm>

#include "tests/corpus/damage_kinds.h"

namespace laio {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool IsDiffLine(BodyLine kind)
{
    return kind == BodyLine::kContext || kind == BodyLine::kAdded ||
           kind == BodyLine::kRemoved;
}

// Changes each line of the hunks.
template <typename Change>
void ChangeDiffLines(CorpusMail *mail, Change change)
{
    std::vector<std::string> lines = LinesOf(mail->body);
    std::vector<BodyLine> kinds = ClassifyLines(lines);
    for (std::size_t i = 0; i < lines.size(); i++) {
        if (IsDiffLine(kinds[i])) {
            lines[i] = change(lines[i]);
        }
    }
    mail->body = TextOf(lines);
}

std::string Stripped(std::string line)
{
    line.erase(line.find_last_not_of(" \t\r") + 1);
    return line;
}

std::string TabsAs(const std::string &line, std::size_t width)
{
    std::string out;
    for (char c : line) {
        out += c == '\t' ? std::string(width, ' ') : std::string(1, c);
    }
    return out;
}

std::string TabsToStops(const std::string &line, std::size_t from)
{
    std::string out;
    for (char c : line) {
        if (c == '\t') {
            out.append(8 - (out.size() + from) % 8, ' ');
        } else {
            out += c;
        }
    }
    return out;
}

// Blanks that a line begins with, eight of them as a tab.
std::string IndentAsTabs(const std::string &line)
{
    std::size_t first = std::min(line.find_first_not_of(' ', 1), line.size());
    if (line.empty() || first < 2) {
        return line;
    }
    std::size_t blanks = first - 1;
    return line[0] + std::string(blanks / 8, '\t') +
           std::string(blanks % 8, ' ') + line.substr(first);
}

std::string WithNoBreakSpaces(const std::string &line)
{
    std::string out;
    for (std::size_t i = 0; i < line.size(); i++) {
        bool run = line[i] == ' ' && (i == 0 || line[i - 1] == ' ' ||
                                      (i + 1 < line.size() &&
                                       line[i + 1] == ' '));
        out += run ? std::string(kNoBreakSpace) : std::string(1, line[i]);
    }
    return out;
}

std::string Collapsed(const std::string &line)
{
    std::string out;
    for (char c : line) {
        bool blank = c == ' ' || c == '\t';
        if (!blank) {
            out += c;
        } else if (out.empty() || out.back() != ' ') {
            out += ' ';
        }
    }
    return Stripped(out);
}

}  // namespace

void StripTrailingBlanks(CorpusMail *mail, Random *)
{
    std::vector<std::string> lines = LinesOf(mail->body);
    std::transform(lines.begin(), lines.end(), lines.begin(), Stripped);
    mail->body = TextOf(lines);
}

void ConfuseTabs(CorpusMail *mail, Random *random)
{
    bool has_tabs = mail->body.find('\t') != std::string::npos;
    int how = random->Below(has_tabs ? 6 : 2);
    ChangeDiffLines(mail, [&](const std::string &line) {
        switch (how) {
        case 0:
            return IndentAsTabs(line);
        case 1:
            return WithNoBreakSpaces(line);
        case 2:
            return TabsAs(line, 8);
        case 3:
            return TabsAs(line, 4);
        case 4:
            return TabsToStops(line, 0);
        default:
            return line.substr(0, 1) +
                   TabsToStops(line.substr(std::min<std::size_t>(
                                   1, line.size())), 0);
        }
    });
}

void LoseIndents(CorpusMail *mail, Random *)
{
    ChangeDiffLines(mail, [](const std::string &line) {
        std::size_t sign = line.starts_with('+') || line.starts_with('-');
        std::size_t first = std::min(line.find_first_not_of(" \t", sign),
                                     line.size());
        return line.substr(0, sign) + line.substr(first);
    });
}

void CollapseBlanks(CorpusMail *mail, Random *random)
{
    bool lose_first = random->OneIn(2);
    std::vector<std::string> lines = LinesOf(mail->body);
    for (std::string &line : lines) {
        line = Collapsed(line);
        if (lose_first && line.starts_with(' ')) {
            line.erase(0, 1);
        }
    }
    mail->body = TextOf(lines);
}

void Flatten(CorpusMail *mail, Random *random)
{
    std::string out;
    if (random->OneIn(4)) {
        QuoteWithComments(mail, random);
    } else {
        mail->body = "On Tue, 12 Jul 2016, somebody wrote:\n" + mail->body;
        std::vector<std::string> lines = LinesOf(mail->body);
        for (std::size_t i = 1; i < lines.size(); i++) {
            lines[i] = "> " + lines[i];
        }
        mail->body = TextOf(lines);
    }
    for (const std::string &line : LinesOf(mail->body)) {
        std::string text = Collapsed(line);
        bool glued = out.empty() || out.ends_with(' ');
        out += (glued ? "" : " ") + text;
    }
    mail->body = out + "\n";
}

}  // namespace laio
