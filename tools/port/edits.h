// A change as steps: which tokens go, and which come in their place.

#ifndef TOOLS_PORT_EDITS_H
#define TOOLS_PORT_EDITS_H

#include <map>
#include <span>
#include <string>
#include <vector>

#include "tools/port/lexer.h"

namespace laio::port {

// Tokens [a_begin, a_end) of the text before become [b_begin, b_end) of the
// text after; one of the two may be empty.
struct Edit {
    size_t a_begin = 0;
    size_t a_end = 0;
    size_t b_begin = 0;
    size_t b_end = 0;

    bool Removes() const { return a_end > a_begin; }
    bool Inserts() const { return b_end > b_begin; }
    bool operator==(const Edit &) const = default;
};

// From `a` to `b`, in order. Marks that happen to be equal between two changes
// are part of one; a change that could as well begin earlier or later begins
// where a line does.
std::vector<Edit> FindEdits(const LexedText &a, size_t a_begin, size_t a_end,
                            const LexedText &b, size_t b_begin, size_t b_end);

// Names of one text and what they are called in another.
using Renames = std::map<std::string, std::string>;

// How often a name of one text is another one in another text.
using Votes = std::map<std::string, std::map<std::string, int>>;

// Counts the places where two texts differ in one name alone, with the same
// tokens on both sides.
//
//   map  of Align(a, c)
void CountRenames(std::span<const Token> a, std::span<const Token> c,
                  const std::vector<int> &map, Votes &votes);

// Names that are one other name `least` times, and never another. A name that
// both texts have is never renamed.
Renames TakeRenames(const Votes &votes, int least, std::span<const Token> a,
                    std::span<const Token> c);

void ApplyRenames(const Renames &renames, std::span<Token> tokens);

}  // namespace laio::port

#endif  // TOOLS_PORT_EDITS_H
