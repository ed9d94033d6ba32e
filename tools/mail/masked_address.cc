#include "tools/mail/masked_address.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace laio {
namespace {

constexpr std::size_t kLongest = 200;

bool IsWord(std::string_view word)
{
    return !word.empty() &&
           std::all_of(word.begin(), word.end(), [](unsigned char c) {
               return std::isalnum(c) || c == '.' || c == '-' || c == '_' ||
                      c == '+';
           });
}

// The address that is masked in a way that has this in the place of @ and
// that in the place of a dot; empty when it is none.
std::string Unmasked(std::string_view text, std::string_view at_sign,
                     std::string_view dot)
{
    std::size_t at = text.find(at_sign);
    if (at == std::string_view::npos) {
        return "";
    }
    std::string name(text.substr(0, at));
    std::string host(text.substr(at + at_sign.size()));
    for (std::string *part : {&name, &host}) {
        for (std::size_t i = part->find(dot); i != std::string::npos;
             i = part->find(dot)) {
            part->replace(i, dot.size(), ".");
            if (dot == ".") {
                break;
            }
        }
    }
    bool good = IsWord(name) && IsWord(host) && host.find('.') != host.npos;
    return good ? name + "@" + host : "";
}

std::string Unmasked(std::string_view text)
{
    std::string address = Unmasked(text, " () ", " ! ");
    return address.empty() ? Unmasked(text, " at ", ".") : address;
}

// Whether a host ends as those of addresses do, and no file does.
bool IsHost(std::string_view host)
{
    std::string_view last = host.substr(host.rfind('.') + 1);
    for (std::string_view known :
         {"com", "org", "net", "edu", "gov", "info", "dev", "io", "eu"}) {
        if (last == known) {
            return true;
        }
    }
    for (std::string_view file : {"py", "sh", "rs", "md", "cc", "mk", "am",
                                  "in", "so", "hx", "pl"}) {
        if (last == file) {
            return false;
        }
    }
    return last.size() == 2 && std::isalpha(static_cast<unsigned char>(
                                   last[0])) &&
           std::isalpha(static_cast<unsigned char>(last[1]));
}

bool IsWordChar(char c)
{
    return IsWord(std::string_view(&c, 1));
}

}  // namespace

void UnmaskBareAddresses(std::string *text)
{
    constexpr std::string_view kSign = " at ";
    std::string_view all = *text;
    std::size_t at = std::min(all.find("diff --git "), all.size());
    std::string out;
    std::size_t copied = 0;
    while ((at = all.find(kSign, at)) != std::string_view::npos) {
        std::size_t begin = at;
        while (begin > copied && IsWordChar(all[begin - 1])) {
            begin--;
        }
        std::size_t host = at + kSign.size();
        std::size_t end = host;
        while (end < all.size() && IsWordChar(all[end])) {
            end++;
        }
        end -= end > host && all[end - 1] == '.';
        std::string address = Unmasked(all.substr(begin, end - begin), kSign,
                                       ".");
        if (!address.empty() && IsHost(all.substr(host, end - host))) {
            out += all.substr(copied, begin - copied);
            out += address;
            copied = end;
        }
        at += kSign.size();
    }
    *text = out + std::string(all.substr(copied));
}

bool UnmaskAddresses(std::string *text)
{
    bool any = false;
    std::string out;
    std::size_t copied = 0;
    for (std::size_t at = text->find('<'); at != std::string::npos;
         at = text->find('<', at + 1)) {
        std::string_view rest = std::string_view(*text).substr(at + 1,
                                                               kLongest);
        std::size_t end = rest.find_first_of("<>\n");
        if (end == std::string_view::npos || rest[end] != '>') {
            continue;
        }
        std::string address = Unmasked(rest.substr(0, end));
        if (!address.empty()) {
            out += text->substr(copied, at + 1 - copied) + address;
            copied = at + 1 + end;
            any = true;
        }
    }
    if (any) {
        *text = out + text->substr(copied);
    }
    return any;
}

std::string UnmaskAuthor(std::string author)
{
    if (UnmaskAddresses(&author) || author.find('@') != std::string::npos) {
        return author;
    }
    // The last word before " at " is the address's.
    for (std::string_view sign : {" at ", " () "}) {
        std::size_t at = author.rfind(sign);
        if (at == std::string::npos) {
            continue;
        }
        std::size_t begin = author.rfind(' ', at - 1) + 1;
        std::string address = Unmasked(std::string_view(author).substr(begin));
        if (!address.empty()) {
            std::string name = author.substr(0, begin);
            return name + (name.empty() ? "" : "<") + address +
                   (name.empty() ? "" : ">");
        }
    }
    return author;
}

}  // namespace laio
