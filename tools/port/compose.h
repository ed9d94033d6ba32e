// The text that a change brings, laid out as its new surroundings are.

#ifndef TOOLS_PORT_COMPOSE_H
#define TOOLS_PORT_COMPOSE_H

#include <string>
#include <string_view>

#include "tools/port/edits.h"
#include "tools/port/lexer.h"
#include "tools/port/place.h"

namespace laio::port {

// Bytes [begin, end) of the target become `text`.
struct Replacement {
    size_t begin = 0;
    size_t end = 0;
    std::string text;
};

// What puts `edit` at `place`. Blanks between the new tokens are those of the
// text after the change, and each line is indented as much deeper than its
// neighbours as it was there; blanks at the seams are those of the change where
// the neighbours are the same ones, else those of the target.
//
// Requires: place.state is kPorted.
Replacement Compose(const Units &units, const Edit &edit, const Place &place);

// Changes of blanks alone: lines that the change indents otherwise, or that it
// breaks elsewhere.
//
//   a_index, b_index, c_index  a token in all three
// Returns:  whether there is something to do in the target; the blanks before
//           the token are then `out`.
bool ComposeGap(const Units &units, size_t a_index, size_t b_index,
                size_t c_index, Replacement *out);

}  // namespace laio::port

#endif  // TOOLS_PORT_COMPOSE_H
