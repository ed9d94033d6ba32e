#include "tools/port/own_members.h"

#include <algorithm>

#include "tools/port/lexer.h"
#include "tools/port/units.h"

namespace laio::port {
namespace {

bool BeginsStatement(const Tokens &t, size_t i)
{
    return i > 0 && (t[i - 1].Is(";") || t[i - 1].Is("{") ||
                     t[i - 1].Is("}") ||
                     t[i - 1].kind == TokenKind::kComment);
}

// Functions that only ours has a task for: QEMU's callers wait for their
// requests before they clean up.
constexpr const char *kOwnFunctions[] = {"laio_free_requests"};

bool Assigns(const Token &token)
{
    return token.Is("=") || token.Is("+=") || token.Is("-=");
}

// Returns: behind the `;` of a statement that sets one of `members`; `i` when
// there is none at `i`.
size_t EndOfSetting(const Tokens &t, size_t i,
                    const std::set<std::string> &members)
{
    size_t at = i;
    while (at + 2 < t.size() && t[at].kind == TokenKind::kWord &&
           (t[at + 1].Is("->") || t[at + 1].Is("."))) {
        at += 2;
    }
    if (at == i || at + 2 >= t.size() || !members.count(t[at].text)) {
        return i;
    }
    if (t[at + 1].Is("++") || t[at + 1].Is("--")) {
        return t[at + 2].Is(";") ? at + 3 : i;
    }
    if (!Assigns(t[at + 1])) {
        return i;
    }
    while (at < t.size() && !t[at].Is(";")) {
        if (t[at].Is("(")) {
            return i;
        }
        at++;
    }
    return at < t.size() ? at + 1 : i;
}

}  // namespace

std::set<std::string> OwnMembers(const std::string &before,
                                 const std::string &after,
                                 const std::string &target)
{
    std::set<std::string> own = MembersOf(Lex(before));
    std::set<std::string> others = MembersOf(Lex(after));
    std::set<std::string> there;
    for (const Token &token : LexedText(target).tokens) {
        there.insert(token.text);
    }
    std::erase_if(own, [&](const std::string &name) {
        return !others.count(name) || there.count(name);
    });
    return own;
}

std::string WithoutSetting(const std::string &source,
                           const std::set<std::string> &members)
{
    LexedText text(source);
    const Tokens &t = text.tokens;
    std::string out;
    size_t i = 0;
    while (i < t.size()) {
        size_t end = BeginsStatement(t, i) ? EndOfSetting(t, i, members) : i;
        if (end > i) {
            i = end;
            continue;
        }
        out += text.GapBefore(i);
        out += t[i].text;
        i++;
    }
    out += text.GapBefore(t.size());
    return out;
}

std::string WithoutOwnFunctions(const std::string &source)
{
    LexedText text(source);
    std::string out;
    for (const Unit &unit : SplitUnits(text.tokens, text.text)) {
        bool own = unit.IsFunction() &&
                   std::count(std::begin(kOwnFunctions),
                              std::end(kOwnFunctions), unit.ShortName());
        for (size_t i = unit.begin; i < unit.end && !own; i++) {
            out += text.GapBefore(i);
            out += text.tokens[i].text;
        }
    }
    out += text.GapBefore(text.tokens.size());
    return out;
}

}  // namespace laio::port
