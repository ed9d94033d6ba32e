// Hunks with less context than they were written with.

#ifndef TOOLS_PATCH_HUNK_FUZZ_H
#define TOOLS_PATCH_HUNK_FUZZ_H

#include <optional>
#include <string>
#include <vector>

#include "tools/patch/model.h"

namespace laio {

// How many lines of the old side say something: one that is a brace alone
// does not, and may be anywhere.
int TellingLines(const std::vector<PatchLine> &lines);

struct FuzzyHunk {
    std::vector<PatchLine> lines;
    int skipped_front = 0;  // context lines left out at its beginning
};

// Leaves out up to `fuzz` context lines at each end; less at an end that has
// less context than the other, since there the file begins or ends.
//
// Returns:  nullopt when nothing is left that would tell one place from
//           another, or nothing was left out.
std::optional<FuzzyHunk> WithFuzz(const Hunk &hunk, int fuzz);

// Where the old side of `lines` is, from line `first` on (from 0).
// Returns:  nullopt when it is nowhere or in several places.
std::optional<int> OnlyPlace(const std::vector<PatchLine> &lines,
                             const std::vector<std::string> &file, int first);

}  // namespace laio

#endif  // TOOLS_PATCH_HUNK_FUZZ_H
