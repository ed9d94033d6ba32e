#include "tools/mail/html_tokens.h"

#include <strings.h>

#include <algorithm>
#include <cctype>

namespace laio {
namespace {

bool IsLetter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c));
}

bool IsSpace(char c)
{
    return std::isspace(static_cast<unsigned char>(c));
}

// "o:p" and "h1" are names.
bool IsNamePart(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == ':' ||
           c == '-' || c == '_';
}

}  // namespace

bool HtmlTokens::Next(HtmlToken *token)
{
    while (SkipDeclaration()) {
    }
    if (at_ >= html_.size()) {
        return false;
    }
    *token = {};
    std::size_t name = at_ + 1 + (html_.substr(at_).starts_with("</"));
    if (html_[at_] == '<' && name < html_.size() && IsLetter(html_[name])) {
        ReadTag(token);
        return true;
    }
    // A < that begins no tag is text.
    std::size_t end = std::min(html_.find('<', at_ + 1), html_.size());
    token->text = html_.substr(at_, end - at_);
    at_ = end;
    return true;
}

bool HtmlTokens::SkipDeclaration()
{
    std::string_view rest = html_.substr(std::min(at_, html_.size()));
    if (!rest.starts_with("<!") && !rest.starts_with("<?")) {
        return false;
    }
    bool comment = rest.starts_with("<!--");
    std::string_view close = comment ? "-->" : ">";
    std::size_t end = rest.find(close, comment ? 4 : 2);
    at_ = end == std::string_view::npos ? html_.size()
                                        : at_ + end + close.size();
    return true;
}

void HtmlTokens::ReadTag(HtmlToken *token)
{
    token->is_tag = true;
    token->closes = html_[at_ + 1] == '/';
    std::size_t name = at_ + 1 + token->closes;
    std::size_t after = name;
    while (after < html_.size() && IsNamePart(html_[after])) {
        token->name += char(std::tolower(
            static_cast<unsigned char>(html_[after++])));
    }
    std::size_t end = EndOfTag(after);
    token->text = html_.substr(after, end - after);
    at_ = std::min(end + 1, html_.size());
    if (!token->closes && (token->name == "script" ||
                           token->name == "style")) {
        at_ = std::min(html_.find("</" + token->name, at_), html_.size());
    }
}

// Where the > is that ends the tag: a quoted value may hold another one.
std::size_t HtmlTokens::EndOfTag(std::size_t at)
{
    std::size_t first = std::min(html_.find('>', at), html_.size());
    std::size_t end = at;
    while (quotes_close_ && end < html_.size() && html_[end] != '>') {
        bool opens = (html_[end] == '"' || html_[end] == '\'') &&
                     html_[end - 1] == '=';
        if (opens) {
            std::size_t close = html_.find(html_[end], end + 1);
            quotes_close_ = close != std::string_view::npos;
            end = quotes_close_ ? close : end;
        }
        end++;
    }
    return quotes_close_ ? std::min(end, html_.size()) : first;
}

std::string_view AttributeOf(std::string_view attributes,
                             std::string_view name)
{
    std::size_t at = 0;
    while (at < attributes.size()) {
        while (at < attributes.size() && !IsNamePart(attributes[at])) {
            at++;
        }
        std::size_t begin = at;
        while (at < attributes.size() && IsNamePart(attributes[at])) {
            at++;
        }
        std::string_view found = attributes.substr(begin, at - begin);
        while (at < attributes.size() && IsSpace(attributes[at])) {
            at++;
        }
        std::string_view value;
        if (at < attributes.size() && attributes[at] == '=') {
            at++;
            while (at < attributes.size() && IsSpace(attributes[at])) {
                at++;
            }
            char quote = at < attributes.size() ? attributes[at] : '\0';
            bool quoted = quote == '"' || quote == '\'';
            at += quoted;
            std::size_t end = quoted ? attributes.find(quote, at)
                                     : attributes.find_first_of(" \t\n", at);
            end = std::min(end, attributes.size());
            value = attributes.substr(std::min(at, end), end - at);
            at = end + quoted;
        }
        if (found.size() == name.size() &&
            strncasecmp(found.data(), name.data(), name.size()) == 0) {
            return value;
        }
    }
    return {};
}

}  // namespace laio
