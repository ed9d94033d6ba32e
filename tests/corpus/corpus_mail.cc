#include "tests/corpus/corpus_mail.h"

#include <algorithm>
#include <cstdio>

namespace laio {
namespace {

bool IsMimeField(std::string_view line)
{
    return line.starts_with("MIME-Version:") ||
           line.starts_with("Content-Type:") ||
           line.starts_with("Content-Transfer-Encoding:");
}

std::string WithLineEnds(std::string_view text, const std::string &line_end)
{
    std::string out;
    for (char c : text) {
        if (c == '\n') {
            out += line_end;
        } else {
            out += c;
        }
    }
    return out;
}

// The two counts of "@@ -a,b +c,d @@".
struct Counts {
    int olds = 0;
    int news = 0;
};

Counts ReadCounts(const std::string &line)
{
    Counts counts{1, 1};
    int start = 0;
    std::size_t plus = line.find(" +");
    if (plus == std::string::npos) {
        return {};
    }
    sscanf(line.c_str(), "@@ -%d,%d", &start, &counts.olds);
    sscanf(line.c_str() + plus, " +%d,%d", &start, &counts.news);
    return counts;
}

}  // namespace

Random::Random(std::uint64_t seed, std::string_view of) : state_(seed)
{
    for (unsigned char c : of) {
        state_ += c;
        state_ = Next();
    }
}

// splitmix64, which is in the public domain.
std::uint64_t Random::Next()
{
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

int Random::Below(int count)
{
    return int(Next() % unsigned(count));
}

CorpusMail ReadFormatPatch(std::string_view text)
{
    CorpusMail mail;
    std::size_t at = 0;
    bool dropped = false;
    while (at < text.size() && text[at] != '\n') {
        std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line(text.substr(at, end - at));
        at = end + 1;
        bool folded = line[0] == ' ' || line[0] == '\t';
        if (folded && !dropped && !mail.headers.empty()) {
            mail.headers.back() += "\n" + line;
        } else if (!folded) {
            dropped = IsMimeField(line) || line.starts_with("From ");
            if (!dropped) {
                mail.headers.push_back(std::move(line));
            }
        }
    }
    mail.body = text.substr(std::min(at + 1, text.size()));
    return mail;
}

std::string Wire(const CorpusMail &mail)
{
    const std::string &body = mail.encoded.empty() ? mail.body : mail.encoded;
    if (mail.bare) {
        return WithLineEnds(body, mail.line_end);
    }
    std::string text;
    for (const std::string &field : mail.headers) {
        text += field + "\n";
    }
    text += "Message-Id: <corpus@laio.test>\nMIME-Version: 1.0\n"
            "Content-Type: " + mail.content_type +
            "\nContent-Transfer-Encoding: " + mail.transfer_encoding + "\n\n";
    return WithLineEnds(text + body, mail.line_end);
}

std::vector<std::string> LinesOf(std::string_view text)
{
    std::vector<std::string> lines;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = std::min(text.find('\n', at), text.size());
        lines.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string TextOf(const std::vector<std::string> &lines)
{
    std::string text;
    for (const std::string &line : lines) {
        text += line + "\n";
    }
    return text;
}

std::vector<BodyLine> ClassifyLines(const std::vector<std::string> &lines)
{
    std::vector<BodyLine> kinds;
    Counts left;
    bool in_header = false;
    bool in_hunk = false;
    for (const std::string &line : lines) {
        bool wanting = left.olds > 0 || left.news > 0;
        BodyLine kind = BodyLine::kText;
        if (wanting && line.starts_with('+')) {
            kind = BodyLine::kAdded;
        } else if (wanting && line.starts_with('-')) {
            kind = BodyLine::kRemoved;
        } else if (in_hunk && line.starts_with('\\')) {
            kind = BodyLine::kNote;
        } else if (wanting) {
            kind = BodyLine::kContext;
        } else if (line.starts_with("diff --git ")) {
            kind = BodyLine::kHeader;
            in_header = true;
        } else if (line.starts_with("@@ ")) {
            kind = BodyLine::kHunk;
            left = ReadCounts(line);
            in_header = false;
        } else if (in_header) {
            kind = BodyLine::kHeader;
        }
        in_hunk = kind != BodyLine::kHeader && kind != BodyLine::kText;
        left.olds -= kind == BodyLine::kContext || kind == BodyLine::kRemoved;
        left.news -= kind == BodyLine::kContext || kind == BodyLine::kAdded;
        kinds.push_back(kind);
    }
    return kinds;
}

}  // namespace laio
