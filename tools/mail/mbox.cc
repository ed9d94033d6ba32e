#include "tools/mail/mbox.h"

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

bool StartsMail(std::string_view bytes, std::size_t line_begin)
{
    if (!bytes.substr(line_begin).starts_with("From ")) {
        return false;
    }
    std::size_t next = bytes.find('\n', line_begin);
    return next != std::string_view::npos &&
           !FieldName(LineAt(bytes, next + 1)).empty();
}

}  // namespace

std::vector<MboxPart> SplitMbox(std::string_view bytes)
{
    std::vector<MboxPart> parts;
    std::size_t part_begin = 0;
    MboxPart part;
    bool after_empty = true;
    int line = 1;
    for (std::size_t at = 0; at < bytes.size(); line++) {
        std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        std::size_t next = std::min(end + 1, bytes.size());
        if (after_empty && StartsMail(bytes, at)) {
            if (at > part_begin) {
                part.text = bytes.substr(part_begin, at - part_begin);
                parts.push_back(part);
            }
            part_begin = next;
            part.first_line = line + 1;
            part.has_from_line = true;
        }
        after_empty = LineAt(bytes, at).empty();
        at = next;
    }
    part.text = bytes.substr(part_begin);
    parts.push_back(part);
    return parts;
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
