#include "tools/patch/quoted_path.h"

#include <fmt/format.h>

namespace laio {
namespace {

// What stands after the backslash, and the byte that it means.
constexpr std::string_view kLetters = "abtnvfr\"\\";
constexpr std::string_view kBytes = "\a\b\t\n\v\f\r\"\\";

bool IsOctal(char c)
{
    return c >= '0' && c <= '7';
}

// Takes what stands after a backslash.
bool TakeEscape(std::string_view *text, std::string *path)
{
    if (text->size() >= 3 && (*text)[0] <= '3' && IsOctal((*text)[0]) &&
        IsOctal((*text)[1]) && IsOctal((*text)[2])) {
        *path += char(((*text)[0] - '0') * 64 + ((*text)[1] - '0') * 8 +
                      ((*text)[2] - '0'));
        text->remove_prefix(3);
        return true;
    }
    std::size_t letter = text->empty() ? std::string_view::npos
                                       : kLetters.find(text->front());
    if (letter == std::string_view::npos) {
        return false;
    }
    *path += kBytes[letter];
    text->remove_prefix(1);
    return true;
}

}  // namespace

bool TakeQuotedPath(std::string_view *text, std::string *path)
{
    std::string_view rest = *text;
    if (!rest.starts_with('"')) {
        return false;
    }
    rest.remove_prefix(1);
    std::string bytes;
    while (!rest.empty() && rest.front() != '"') {
        char c = rest.front();
        rest.remove_prefix(1);
        if (c != '\\') {
            bytes += c;
        } else if (!TakeEscape(&rest, &bytes)) {
            return false;
        }
    }
    if (rest.empty()) {
        return false;
    }
    rest.remove_prefix(1);
    *text = rest;
    *path = std::move(bytes);
    return true;
}

std::string UnquotePath(std::string_view text)
{
    std::string_view rest = text;
    std::string path;
    bool whole = TakeQuotedPath(&rest, &path) && rest.empty();
    return whole ? path : std::string(text);
}

std::string QuotePath(std::string_view path)
{
    std::string quoted;
    for (char c : path) {
        unsigned char byte = static_cast<unsigned char>(c);
        std::size_t at = kBytes.find(c);
        if (at != std::string_view::npos) {
            quoted += '\\';
            quoted += kLetters[at];
        } else if (byte < 0x20 || byte >= 0x7f) {
            quoted += fmt::format("\\{:03o}", byte);
        } else {
            quoted += c;
        }
    }
    return quoted == path ? quoted : '"' + quoted + '"';
}

}  // namespace laio
