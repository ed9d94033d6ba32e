#include "tools/mail/typography.h"

#include <string_view>

namespace laio {
namespace {

constexpr std::string_view kEnDash = "\xE2\x80\x93";
constexpr std::string_view kEmDash = "\xE2\x80\x94";

bool Replace(std::string_view what, std::string_view by, std::string *text)
{
    std::size_t at = text->find(what);
    bool any = at != std::string::npos;
    for (; at != std::string::npos; at = text->find(what, at + by.size())) {
        text->replace(at, what.size(), by);
    }
    return any;
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

bool UndoQuotes(std::string *body)
{
    std::size_t diff = body->find("diff --git ");
    if (diff == std::string::npos ||
        body->find_first_of("\"'", diff) != std::string::npos) {
        return false;
    }
    bool any = false;
    for (std::string_view mark : {"\xE2\x80\x9C", "\xE2\x80\x9D",
                                  "\xE2\x80\x9E"}) {
        any = Replace(mark, "\"", body) || any;
    }
    for (std::string_view mark : {"\xE2\x80\x98", "\xE2\x80\x99"}) {
        any = Replace(mark, "'", body) || any;
    }
    return any;
}

}  // namespace

bool UndoTypography(std::string *body)
{
    bool dashes = UndoDashes(body);
    return UndoQuotes(body) || dashes;
}

}  // namespace laio
