#include "tools/port/aliases.h"

#include <map>

#include "tools/port/lexer.h"
#include "tools/port/units.h"

namespace laio::port {
namespace {

bool IsMember(const Tokens &tokens, size_t i)
{
    return i > 0 && (tokens[i - 1].Is("->") || tokens[i - 1].Is("."));
}

bool Uses(const Tokens &tokens, const Unit &unit, const std::string &name)
{
    for (size_t i = unit.begin; i < unit.end; i++) {
        if (tokens[i].Is(name) && !IsMember(tokens, i)) {
            return true;
        }
    }
    return false;
}

bool FillsErrp(const Tokens &t, size_t i)
{
    return i + 2 < t.size() && t[i].text.starts_with("error_setg") &&
           t[i + 1].Is("(") && t[i + 2].Is("errp");
}

// What each alias of a function stands for, without the `&`.
std::map<std::string, std::string> AliasesOf(const LexedText &text,
                                             const Unit &unit)
{
    std::map<std::string, std::string> aliases;
    const Tokens &t = text.tokens;
    for (size_t i = unit.begin + 1; i + 4 < unit.end; i++) {
        if (!t[i].Is("*") || !t[i + 2].Is("=") || !t[i + 3].Is("&") ||
            t[i + 1].kind != TokenKind::kWord ||
            t[i - 1].kind != TokenKind::kWord) {
            continue;
        }
        size_t end = i + 4;
        bool simple = true;
        while (end < unit.end && !t[end].Is(";")) {
            simple = simple && (t[end].kind == TokenKind::kWord ||
                                t[end].Is("->") || t[end].Is("."));
            end++;
        }
        if (simple) {
            aliases[t[i + 1].text] = std::string(text.Raw(i + 4, end));
        }
    }
    return aliases;
}

}  // namespace

std::string ExpandAliases(const std::string &source, const std::string &target)
{
    LexedText text(source);
    LexedText c(target);
    std::vector<Unit> c_units = SplitUnits(c.tokens, c.text);
    const Tokens &t = text.tokens;
    std::string out;
    for (const Unit &unit : SplitUnits(t, text.text)) {
        const Unit *like = FindUnit(c_units, unit.name);
        std::map<std::string, std::string> aliases;
        if (like && unit.IsFunction()) {
            aliases = AliasesOf(text, unit);
            std::erase_if(aliases, [&](const auto &alias) {
                return Uses(c.tokens, *like, alias.first);
            });
        }
        bool no_errp = like && unit.IsFunction() &&
                       !Uses(c.tokens, *like, "errp");
        for (size_t i = unit.begin; i < unit.end; i++) {
            if (no_errp && FillsErrp(t, i)) {
                while (i + 1 < unit.end && !t[i].Is(";")) {
                    i++;
                }
                continue;
            }
            out += text.GapBefore(i);
            auto alias = aliases.find(t[i].text);
            bool use = alias != aliases.end() && !IsMember(t, i) &&
                       t[i].kind == TokenKind::kWord &&
                       !t[i + 1].Is("=");
            if (!use) {
                out += t[i].text;
            } else if (t[i + 1].Is("->")) {
                out += alias->second + ".";
                i++;
            } else {
                out += "&" + alias->second;
            }
        }
    }
    out += text.GapBefore(t.size());
    return out;
}

}  // namespace laio::port
