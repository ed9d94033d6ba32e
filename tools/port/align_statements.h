// Which tokens of a function are those of its like in the target.

#ifndef TOOLS_PORT_ALIGN_STATEMENTS_H
#define TOOLS_PORT_ALIGN_STATEMENTS_H

#include <span>
#include <vector>

#include "tools/port/lexer.h"

namespace laio::port {

// As Align(), but a call's list is behind its name, a parenthesis closes where
// it was opened, and a statement's end is where the statement is. Two tokens
// may thus have one partner.
std::vector<int> AlignStatements(std::span<const Token> text,
                                 std::span<const Token> c);

// Align(text, c) out of Align(c, text). Where two pairings are equally good,
// the text before a change and the target are thus paired in the same way with
// the text after it.
std::vector<int> AlignFrom(std::span<const Token> text,
                           std::span<const Token> c);

}  // namespace laio::port

#endif  // TOOLS_PORT_ALIGN_STATEMENTS_H
