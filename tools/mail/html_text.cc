#include "tools/mail/html_text.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <utility>

namespace laio {
namespace {

constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
    {"lt", "<"},    {"gt", ">"},  {"amp", "&"},
    {"quot", "\""}, {"nbsp", " "}, {"apos", "'"},
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

// Reads the entity that begins at `at`, with its frame.
//
//   end    one past it; `at` when it is none
std::string EntityAt(std::string_view text, std::size_t at, std::size_t *end)
{
    std::size_t semicolon = text.find(';', at);
    std::string meaning;
    if (semicolon != std::string_view::npos && semicolon - at < 12) {
        meaning = Entity(text.substr(at + 1, semicolon - at - 1));
    }
    *end = meaning.empty() ? at : semicolon + 1;
    return meaning;
}

class HtmlReader {
 public:
    explicit HtmlReader(std::string_view html) : html_(html) {}

    std::string Run()
    {
        while (at_ < html_.size()) {
            char c = html_[at_];
            if (c == '<') {
                ReadTag();
            } else if (c == '&') {
                ReadEntity();
            } else {
                at_++;
                Put(c);
            }
        }
        return std::move(out_);
    }

 private:
    void Put(char c)
    {
        if (pre_depth_ > 0 || !std::isspace(static_cast<unsigned char>(c))) {
            out_ += c;
        } else if (!out_.empty() && !std::isspace(
                       static_cast<unsigned char>(out_.back()))) {
            out_ += ' ';
        }
    }

    void ReadEntity()
    {
        std::size_t end = at_;
        std::string text = EntityAt(html_, at_, &end);
        out_ += text.empty() ? "&" : text;
        at_ = text.empty() ? at_ + 1 : end;
    }

    void ReadTag()
    {
        std::size_t end = html_.find('>', at_);
        if (html_.substr(at_).starts_with("<!--")) {
            std::size_t close = html_.find("-->", at_);
            end = close == std::string_view::npos ? close : close + 2;
        }
        if (end == std::string_view::npos) {
            at_ = html_.size();
            return;
        }
        std::string name;
        std::size_t from = at_ + 1;
        while (from < end && (std::isalnum(static_cast<unsigned char>(
                                  html_[from])) || html_[from] == '/')) {
            name += char(std::tolower(static_cast<unsigned char>(
                html_[from++])));
        }
        at_ = end + 1;
        ActOn(name);
    }

    void ActOn(const std::string &name)
    {
        if (name == "pre") {
            pre_begin_ = pre_depth_ == 0 ? out_.size() : pre_begin_;
            pre_depth_++;
        } else if (name == "/pre" && pre_depth_ > 0 && --pre_depth_ == 0) {
            EndPre();
        } else if (name == "script" || name == "style") {
            at_ = std::min(html_.find("</" + name, at_), html_.size());
        }
        for (std::string_view block : {"br", "br/", "/p", "/div", "/pre",
                                       "/tr", "/li", "/blockquote"}) {
            if (name == block) {
                out_ += '\n';
            }
        }
    }

    // What is between such tags may have been escaped twice, though the page
    // around it was not.
    void EndPre()
    {
        std::string text = out_.substr(pre_begin_);
        if (UndoEntities(&text)) {
            out_.resize(pre_begin_);
            out_ += text;
        }
    }

    std::string_view html_;
    std::size_t at_ = 0;
    int pre_depth_ = 0;
    std::size_t pre_begin_ = 0;  // in `out_`, of the outermost
    std::string out_;
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

std::string HtmlToText(std::string_view html)
{
    return HtmlReader(html).Run();
}

}  // namespace laio
