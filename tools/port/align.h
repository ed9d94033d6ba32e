// Which tokens of one text are those of another.

#ifndef TOOLS_PORT_ALIGN_H
#define TOOLS_PORT_ALIGN_H

#include <span>
#include <vector>

#include "tools/port/lexer.h"

namespace laio::port {

// What a token says about a place: names and literals much, marks little.
int Weight(const Token &token);

bool SameToken(const Token &a, const Token &b);

// Pairs tokens in order, for the greatest sum of weights; a pair right behind
// another one counts extra, so that what belongs together stays together.
//
// Texts whose product of lengths is past kMaxCells are paired at their common
// beginning and end alone.
//
// Returns:  for each token of `a` the index in `b`, or -1.
std::vector<int> Align(std::span<const Token> a, std::span<const Token> b);

inline constexpr size_t kMaxCells = 40'000'000;

// From 0 for nothing in common to 1 for the same tokens.
double Similarity(std::span<const Token> a, std::span<const Token> b);

}  // namespace laio::port

#endif  // TOOLS_PORT_ALIGN_H
