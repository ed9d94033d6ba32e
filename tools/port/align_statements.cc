#include "tools/port/align_statements.h"

#include <map>

#include "tools/port/align.h"

namespace laio::port {
namespace {

// For each parenthesis that closes, where it opens; else -1.
std::vector<int> Openers(std::span<const Token> tokens)
{
    std::vector<int> openers(tokens.size(), -1);
    std::vector<int> open;
    for (size_t i = 0; i < tokens.size(); i++) {
        if (tokens[i].Is("(")) {
            open.push_back(static_cast<int>(i));
        } else if (tokens[i].Is(")") && !open.empty()) {
            openers[i] = open.back();
            open.pop_back();
        }
    }
    return openers;
}

}  // namespace

std::vector<int> AlignStatements(std::span<const Token> text,
                                 std::span<const Token> c)
{
    std::vector<int> map = Align(text, c);
    std::vector<int> openers = Openers(text);
    std::map<int, int> closers;
    std::vector<int> c_openers = Openers(c);
    for (size_t i = 0; i < c.size(); i++) {
        closers[c_openers[i]] = static_cast<int>(i);
    }
    for (size_t i = 1; i < text.size(); i++) {
        int open = openers[i] < 0 ? -1 : map[static_cast<size_t>(openers[i])];
        if (open >= 0 && closers.count(open)) {
            map[i] = closers[open];
        }
        size_t next = static_cast<size_t>(map[i - 1]) + 1;
        bool end = text[i].Is(";");
        bool call = text[i].Is("(") && text[i - 1].kind == TokenKind::kWord;
        if ((end || call) && map[i - 1] >= 0 && next < c.size() &&
            SameToken(text[i], c[next])) {
            map[i] = static_cast<int>(next);
        }
    }
    return map;
}

std::vector<int> AlignFrom(std::span<const Token> text,
                           std::span<const Token> c)
{
    std::vector<int> map = Align(c, text);
    std::vector<int> inverse(text.size(), -1);
    for (size_t i = 0; i < map.size(); i++) {
        if (map[i] >= 0) {
            inverse[static_cast<size_t>(map[i])] = static_cast<int>(i);
        }
    }
    return inverse;
}

}  // namespace laio::port
