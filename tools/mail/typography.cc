#include "tools/mail/typography.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace laio {
namespace {

constexpr std::string_view kEnDash = "\xE2\x80\x93";
constexpr std::string_view kEmDash = "\xE2\x80\x94";

void Replace(std::string_view what, std::string_view by, std::string *text)
{
    for (std::size_t at = text->find(what); at != std::string::npos;
         at = text->find(what, at + by.size())) {
        text->replace(at, what.size(), by);
    }
}

bool UndoDashes(std::string *body)
{
    std::string en = "diff " + std::string(kEnDash) + "git ";
    std::string em = "diff " + std::string(kEmDash) + "git ";
    if (body->find(en) == std::string::npos &&
        body->find(em) == std::string::npos) {
        return false;
    }
    bool only_em = body->find(en) == std::string::npos;
    Replace(kEmDash, only_em ? "--" : "---", body);
    Replace(kEnDash, "--", body);
    return true;
}

constexpr std::string_view kDouble[] = {"\xE2\x80\x9C", "\xE2\x80\x9D",
                                        "\xE2\x80\x9E"};
constexpr std::string_view kSingle[] = {"\xE2\x80\x98", "\xE2\x80\x99"};

bool HasCurved(std::string_view text)
{
    auto in_text = [&](std::string_view mark) {
        return text.find(mark) != std::string_view::npos;
    };
    return std::any_of(std::begin(kDouble), std::end(kDouble), in_text) ||
           std::any_of(std::begin(kSingle), std::end(kSingle), in_text);
}

// An author may have put curved ones into the message, but a diff that has
// them has straight ones as well.
bool UndoQuotes(std::string *body)
{
    std::size_t diff = body->find("diff --git ");
    if (diff == std::string::npos ||
        body->find_first_of("\"'", diff) != std::string::npos ||
        !HasCurved(std::string_view(*body).substr(diff))) {
        return false;
    }
    for (std::string_view mark : kDouble) {
        Replace(mark, "\"", body);
    }
    for (std::string_view mark : kSingle) {
        Replace(mark, "'", body);
    }
    return true;
}

}  // namespace

bool UndoTypography(std::string *body)
{
    bool dashes = UndoDashes(body);
    return UndoQuotes(body) || dashes;
}

}  // namespace laio
