// Choosing the file that a patch starts from, by what its hunks fit.

#ifndef TOOLS_PATCH_CHOOSE_BASE_H
#define TOOLS_PATCH_CHOOSE_BASE_H

#include <cstdint>
#include <vector>

#include "tools/git/tree.h"
#include "tools/patch/base_file.h"
#include "tools/patch/locate.h"
#include "tools/patch/reading_search.h"
#include "tools/patch/text_lines.h"

namespace laio {

// Keeps:  what it points to is the caller's.
struct BaseTask {
    const WordStream *stream = nullptr;
    const LocatedFile *located = nullptr;
    const Tree *tree = nullptr;
    std::uint64_t max_candidates = 0;  // for each base
    const LinesByWords *moved = nullptr;
    std::uint64_t max_work = 50'000'000;  // as SalvageOptions has it
};

struct ChosenBase {
    BaseFile base;
    TextLines before;
    FoundReading found;  // not Good() when the hunks fit none
    std::uint64_t candidates = 0;  // of all bases that were tried
    std::uint64_t work = 0;        // lines, places and layouts of all
};

// Of several blobs with the name that the mail gives: the one whose result
// has the id that it gives, else the only one that the hunks fit; when they
// fit several, the likeliest, which is not proven then. Where the named blob
// is not there and the tree's version does not fit, the newest version of the
// file that does.
//
//   bases   as FindBaseFiles() gives them
// Thread:   as the tree.
ChosenBase ChooseBase(const BaseTask &task, std::vector<BaseFile> bases);

}  // namespace laio

#endif  // TOOLS_PATCH_CHOOSE_BASE_H
