// Choosing one text for each gap of a file so that its blob id is the wanted
// one.

#ifndef TOOLS_PATCH_ID_SEARCH_H
#define TOOLS_PATCH_ID_SEARCH_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace laio {

// Keeps:  `text` is the caller's.
struct Variant {
    int cost = 0;  // the unlikelier the dearer
    std::string_view text;
};

// A stretch of the file that is known, and what may follow it.
struct SearchPiece {
    std::string known;
    std::vector<Variant> variants;  // at least one, cheapest first
};

struct SearchSpace {
    std::vector<SearchPiece> pieces;
    std::string tail;  // known, after the last piece
};

// Goes through all choices of a space in the order of their total cost. The
// hash of what choices have in common is computed once: choices of one total
// length share the beginning of the blob, and so on down a tree.
//
// Thread:  one at a time.
class IdSearch {
 public:
    // Keeps:  a reference to `space`.
    IdSearch(const SearchSpace &space, std::string wanted_id);

    // Tries every choice that costs exactly `cost` in all.
    //
    //   budget   hashes that may be computed; what was used is taken off
    // Returns:  the variant of each piece, or nullopt.
    std::optional<std::vector<std::size_t>> Try(int cost,
                                                std::uint64_t *budget);

    // The cost of the dearest choice.
    int MaxCost() const;

 private:
    class Walk;

    const SearchSpace &space_;
    std::string wanted_id_;
};

}  // namespace laio

#endif  // TOOLS_PATCH_ID_SEARCH_H
