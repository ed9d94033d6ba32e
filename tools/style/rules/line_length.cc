#include "tools/style/rules/line_length.h"

#include "tools/style/chars.h"
#include "tools/style/rules/break_code.h"

namespace laio::style {
namespace {

// `"text"`, `"text",` or `"text");`: breaking it would hide it from grep.
bool IsOneString(std::string_view code)
{
    size_t open = SkipSpace(code, 1);
    if (open >= code.size() || code[open] != '"') {
        return false;
    }
    size_t close = code.find_first_not_of("X\t", open + 1);
    if (close == code.npos || code[close] != '"') {
        return false;
    }
    size_t pos = SkipSpace(code, close + 1);
    std::string_view rest = code.substr(std::min(pos, code.size()));
    if (StartsWith(rest, ")")) {
        return rest.substr(SkipSpace(rest, 1)) == ";";
    }
    return rest.empty() || rest == ",";
}

// No letter or digit before the URL, no blank in or behind it.
bool IsOnlyUrl(std::string_view raw)
{
    size_t pos = 0;
    while (pos < raw.size() && (!IsWord(raw[pos]) || raw[pos] == '_')) {
        ++pos;
    }
    std::string_view url = raw.substr(pos);
    if (!StartsWith(url, "http:") && !StartsWith(url, "https:")) {
        return false;
    }
    return TrimRight(url).size() == url.size() &&
           url.find_first_of(" \t\n\v\f\r") == url.npos;
}

}  // namespace

size_t JudgedLength(const LineView &view)
{
    size_t length = ColumnsOf(view.raw.substr(1));
    bool free = length > kWidth && (IsOneString(view.code) ||
                                    IsOnlyUrl(view.raw));
    return free ? 0 : length;
}

size_t JudgedLengthOfUrl(const LineView &view)
{
    size_t length = ColumnsOf(view.raw.substr(1));
    return length > kWidth && IsOneString(view.code) ? 0 : length;
}

}  // namespace laio::style
