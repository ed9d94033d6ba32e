// ToCxx(): the other direction, of which less is needed.

#include <map>
#include <set>

#include "tools/port/idiom_names.h"
#include "tools/port/idioms.h"
#include "tools/port/lexer.h"
#include "tools/port/units.h"

namespace laio::port {

std::set<std::string> WordsOf(const LexedText &text)
{
    std::set<std::string> words;
    for (const Token &token : text.tokens) {
        if (token.kind == TokenKind::kWord) {
            words.insert(token.text);
        }
    }
    return words;
}

namespace {

// #define NAME VALUE -> static constexpr T NAME = VALUE; for each constant that
// `target` has of this name.
std::string WithConstants(const std::string &source, const LexedText &target)
{
    std::map<std::string, std::string> heads;
    for (const Unit &unit : SplitUnits(target.tokens, target.text)) {
        size_t is = unit.begin;
        size_t begin = unit.begin;
        while (is < unit.end && !target.tokens[is].Is("=")) {
            bool comment = target.tokens[is].kind == TokenKind::kComment;
            begin = comment ? is + 1 : begin;
            is++;
        }
        if (unit.name.starts_with("variable ") && is < unit.end) {
            heads[std::string(unit.ShortName())] =
                std::string(target.Raw(begin, is));
        }
    }
    LexedText text(source);
    const Tokens &t = text.tokens;
    std::string out;
    for (size_t i = 0; i < t.size(); i++) {
        out += text.GapBefore(i);
        bool define = i + 3 < t.size() && t[i].Is("#") &&
                      t[i + 1].Is("define") && heads.count(t[i + 2].text);
        if (!define || !text.IsFirstOnLine(i + 4)) {
            out += t[i].text;
            continue;
        }
        out += heads[t[i + 2].text] + " = " + t[i + 3].text + ";";
        i += 3;
    }
    return out + std::string(text.GapBefore(t.size()));
}

}  // namespace

std::string ToCxx(const std::string &source, const std::string &target)
{
    LexedText text(WithConstants(source, LexedText(target)));
    std::set<std::string> words = WordsOf(LexedText(target));
    std::map<std::string, std::string> names = {
        {"NULL", "nullptr"}, {"MIN", "std::min"}, {"MAX", "std::max"}};
    for (const Name &name : kNames) {
        if (words.count(name.ours)) {
            names[name.theirs] = name.ours;
        }
    }
    std::string out;
    for (size_t i = 0; i < text.tokens.size(); i++) {
        const Token &token = text.tokens[i];
        // The tags of block/ are types.
        if (token.Is("struct") && i + 2 < text.tokens.size() &&
            text.tokens[i + 1].Is("qemu_laiocb") &&
            !text.tokens[i + 2].Is("{")) {
            out += text.GapBefore(i);
            out += text.tokens[++i].text;
            continue;
        }
        auto name = names.find(token.text);
        bool known = token.kind == TokenKind::kWord && name != names.end();
        out += text.GapBefore(i);
        out += known ? name->second : token.text;
    }
    out += text.GapBefore(text.tokens.size());
    return out;
}

}  // namespace laio::port
