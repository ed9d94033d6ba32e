#include "tools/style/rules/trace_format.h"

#include <vector>

#include "tools/style/scan.h"

namespace laio::style {
namespace {

size_t SkipAny(std::string_view text, size_t pos, std::string_view set)
{
    while (pos < text.size() && set.find(text[pos]) != kNone) {
        ++pos;
    }
    return pos;
}

// The end of `" PRIx64 "` at `pos`, or npos.
size_t MacroEnd(std::string_view text, size_t pos)
{
    size_t name = SkipSpace(text, pos + 1);
    if (!At(text, pos, "\"") ||
        !(At(text, name, "PRIx") || At(text, name, "PRIX"))) {
        return kNone;
    }
    size_t close = text.find('"', name + 4);
    return close == kNone ? text.size() : close + 1;
}

// The end of the hexadecimal conversion at `pos`, or npos.
size_t HexEnd(std::string_view text, size_t pos)
{
    if (!At(text, pos, "%")) {
        return kNone;
    }
    size_t size = SkipAny(text, pos + 1, "-+ *.0123456789");
    size_t letter = size;
    if (At(text, size, "ll") || At(text, size, "hh")) {
        letter = size + 2;
    } else if (size < text.size() &&
               std::string_view("hljztL").find(text[size]) != kNone) {
        letter = size + 1;
    }
    for (size_t at : {letter, size}) {
        if (at < text.size() && (text[at] == 'x' || text[at] == 'X')) {
            return at + 1;
        }
        size_t macro = MacroEnd(text, at);
        if (macro != kNone) {
            return macro;
        }
    }
    return kNone;
}

// The end of `%x.%x`, the longest at `pos`, or npos.
size_t GroupEnd(std::string_view text, size_t pos)
{
    size_t end = HexEnd(text, pos);
    size_t group = kNone;
    while (end != kNone && end < text.size() &&
           std::string_view(".:/ ").find(text[end]) != kNone) {
        end = HexEnd(text, end + 1);
        group = end == kNone ? group : end;
    }
    return group;
}

}  // namespace

size_t HashFlag(std::string_view raw)
{
    for (size_t at = raw.find('%'); at != kNone; at = raw.find('%', at + 1)) {
        if (At(raw, SkipAny(raw, at + 1, "-+ 0"), "#")) {
            return at;
        }
    }
    return kNone;
}

size_t UnprefixedHex(std::string_view raw)
{
    std::string text;
    std::vector<size_t> columns;
    for (size_t pos = 0; pos < raw.size();) {
        size_t group = GroupEnd(raw, pos);
        if (group != kNone) {
            pos = group;
            continue;
        }
        columns.push_back(pos);
        text += raw[pos++];
    }
    for (size_t at = text.find('%'); at != kNone;
         at = text.find('%', at + 1)) {
        bool prefixed = at >= 2 && At(text, at - 2, "0x");
        if (!prefixed && HexEnd(text, at) != kNone) {
            return columns[at];
        }
    }
    return kNone;
}

}  // namespace laio::style
