#include "tools/mail/mbox.h"

#include <fmt/format.h>
#include <strings.h>

#include <algorithm>
#include <cctype>

namespace laio {
namespace {

std::string_view LineAt(std::string_view text, std::size_t begin)
{
    std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (!line.empty() && line.back() == '\r') {
        line.remove_suffix(1);
    }
    return line;
}

// The name of a header field, or empty when the line is none.
std::string_view FieldName(std::string_view line)
{
    std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) {
        return {};
    }
    std::string_view name = line.substr(0, colon);
    bool good = std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return std::isalnum(c) || c == '-' || c == '_';
    });
    return good ? name : std::string_view();
}

bool IsMailField(std::string_view name)
{
    for (std::string_view known :
         {"From", "Date", "Subject", "Message-Id", "To", "MIME-Version",
          "Content-Type", "Received", "Return-Path"}) {
        if (name.size() == known.size() &&
            strncasecmp(name.data(), known.data(), name.size()) == 0) {
            return true;
        }
    }
    return false;
}

// ">From ", ">>From " and so on.
bool IsEscapedFrom(std::string_view line)
{
    std::size_t marks = std::min(line.find_first_not_of('>'), line.size());
    return marks > 0 && line.substr(marks).starts_with("From ");
}

}  // namespace

// Reads on. The part that is being looked at moves to the buffer's front.
Status MboxSplitter::Fill()
{
    if (begin_ > 0) {
        buffer_.erase(0, begin_);
        line_at_ -= begin_;
        begin_ = 0;
    }
    Result<bool> more = source_.Read(&buffer_);
    if (!more) {
        return more.error();
    }
    ended_ = !*more;
    return CheckSize();
}

Status MboxSplitter::CheckSize() const
{
    if (line_at_ - begin_ > limits_.mail_bytes) {
        return BadInput(fmt::format(
            "{}:{}: cannot decode: this mail is larger than {} bytes", name_,
            first_line_, limits_.mail_bytes));
    }
    if (buffer_.size() - line_at_ > limits_.line_bytes &&
        buffer_.find('\n', line_at_) > line_at_ + limits_.line_bytes) {
        return BadInput(fmt::format(
            "{}:{}: cannot decode: this line is longer than {} bytes", name_,
            line_, limits_.line_bytes));
    }
    return Ok();
}

// Where the line ends that begins at `at` of the part.
Status MboxSplitter::ReadLine(std::size_t at, std::size_t *end)
{
    std::size_t searched = at;
    while (true) {
        std::size_t found = buffer_.find('\n', begin_ + searched);
        if (found != std::string::npos || ended_) {
            *end = std::min(found, buffer_.size()) - begin_;
            return Ok();
        }
        searched = buffer_.size() - begin_;
        Status filled = Fill();
        if (!filled) {
            return filled;
        }
    }
}

Result<bool> MboxSplitter::StartsMail(std::size_t at, std::size_t end)
{
    if (!after_empty_ ||
        !std::string_view(buffer_).substr(begin_ + at).starts_with("From ")) {
        return false;
    }
    std::size_t next_end = 0;
    std::size_t next = std::min(end + 1, buffer_.size() - begin_);
    Status read = ReadLine(next, &next_end);
    if (!read) {
        return read.error();
    }
    return !FieldName(LineAt(buffer_, begin_ + next)).empty();
}

Result<std::optional<MboxPart>> MboxSplitter::Next()
{
    begin_ = line_at_;
    while (true) {
        std::size_t at = line_at_ - begin_;
        std::size_t end = 0;
        Status read = ReadLine(at, &end);
        if (!read) {
            return read.error();
        }
        if (begin_ + at >= buffer_.size() && ended_) {
            break;
        }
        Result<bool> starts = StartsMail(at, end);
        if (!starts) {
            return starts.error();
        }
        std::size_t next = std::min(begin_ + end + 1, buffer_.size());
        after_empty_ = LineAt(buffer_, begin_ + at).empty();
        line_at_ = next;
        line_++;
        MboxPart part{std::string_view(buffer_).substr(begin_, at),
                      first_line_, has_from_line_};
        if (*starts) {
            begin_ = next;
            first_line_ = line_;
            has_from_line_ = true;
            if (!part.text.empty()) {
                return std::optional<MboxPart>(part);
            }
        }
        Status good = CheckSize();
        if (!good) {
            return good.error();
        }
    }
    MboxPart last{std::string_view(buffer_).substr(begin_), first_line_,
                  has_from_line_};
    begin_ = buffer_.size();
    return last.text.empty() ? std::optional<MboxPart>()
                             : std::optional<MboxPart>(last);
}

bool UnescapeFromLines(std::string *text)
{
    std::string out;
    bool any = false;
    char before = '\n';  // the first characters of the lines around
    for (std::size_t at = 0; at < text->size();) {
        std::size_t next = std::min(text->find('\n', at), text->size() - 1) + 1;
        std::string_view line = std::string_view(*text).substr(at, next - at);
        bool alone = before != '>' &&
                     (next >= text->size() || (*text)[next] != '>');
        if (alone && IsEscapedFrom(line)) {
            line.remove_prefix(1);
            any = true;
        }
        before = (*text)[at];
        out += line;
        at = next;
    }
    if (any) {
        *text = std::move(out);
    }
    return any;
}

bool HasMailHeader(std::string_view text)
{
    bool known = false;
    for (std::size_t at = 0; at < text.size();) {
        std::string_view line = LineAt(text, at);
        if (line.empty()) {
            return known;
        }
        bool folded = at > 0 && (line[0] == ' ' || line[0] == '\t');
        std::string_view name = FieldName(line);
        if (!folded && name.empty()) {
            return false;
        }
        known = known || IsMailField(name);
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
    }
    return known;
}

}  // namespace laio
