#include "tools/mail/html_entities.h"

#include <cstdlib>
#include <utility>

namespace laio {
namespace {

constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
    {"lt", "<"},    {"gt", ">"},  {"amp", "&"},
    {"quot", "\""}, {"nbsp", " "}, {"apos", "'"},
    {"ndash", "\xE2\x80\x93"},  {"mdash", "\xE2\x80\x94"},
    {"lsquo", "\xE2\x80\x98"},  {"rsquo", "\xE2\x80\x99"},
    {"ldquo", "\xE2\x80\x9C"},  {"rdquo", "\xE2\x80\x9D"},
    {"bdquo", "\xE2\x80\x9E"},  {"hellip", "\xE2\x80\xA6"},
    {"copy", "\xC2\xA9"},       {"lpar", "("},
    {"rpar", ")"},  {"num", "#"},  {"sol", "/"},
    {"lowbar", "_"}, {"commat", "@"}, {"Tab", "\t"},
    {"ensp", " "},  {"emsp", " "},
};

std::string Utf8(unsigned long code)
{
    std::string out;
    if (code < 0x80) {
        out += char(code);
    } else if (code < 0x800) {
        out += char(0xC0 | code >> 6);
        out += char(0x80 | (code & 63));
    } else if (code < 0x10000) {
        out += char(0xE0 | code >> 12);
        out += char(0x80 | (code >> 6 & 63));
        out += char(0x80 | (code & 63));
    } else {
        out += char(0xF0 | (code >> 18 & 7));
        out += char(0x80 | (code >> 12 & 63));
        out += char(0x80 | (code >> 6 & 63));
        out += char(0x80 | (code & 63));
    }
    return out;
}

// The text of "&name;" without its frame; empty when it is not known.
std::string Entity(std::string_view name)
{
    for (const auto &[known, text] : kEntities) {
        if (name == known) {
            return std::string(text);
        }
    }
    if (name.size() > 1 && name.size() < 9 && name[0] == '#') {
        bool hex = name[1] == 'x' || name[1] == 'X';
        std::string digits(name.substr(hex ? 2 : 1));
        unsigned long code = std::strtoul(digits.c_str(), nullptr,
                                          hex ? 16 : 10);
        if (code == 0xA0) {
            return " ";
        }
        return code && code < 0x110000 ? Utf8(code) : "";
    }
    return "";
}

}  // namespace

std::string EntityAt(std::string_view text, std::size_t at, std::size_t *end)
{
    std::string_view name = text.substr(at + 1, 11);
    std::size_t length = name.find(';');
    std::string meaning;
    if (length != std::string_view::npos) {
        meaning = Entity(name.substr(0, length));
    }
    *end = meaning.empty() ? at : at + length + 2;
    return meaning;
}

bool UndoEntities(std::string *text)
{
    std::string out;
    bool any_angle = false;
    std::size_t end = 0;
    for (std::size_t at = 0; at < text->size(); at = end) {
        char c = (*text)[at];
        end = at + 1;
        if (c == '<' || c == '>') {
            return false;
        }
        if (c != '&') {
            out += c;
            continue;
        }
        std::string meaning = EntityAt(*text, at, &end);
        if (meaning.empty()) {
            return false;
        }
        any_angle = any_angle || meaning == "<" || meaning == ">";
        out += meaning;
    }
    if (any_angle) {
        *text = std::move(out);
    }
    return any_angle;
}

}  // namespace laio
