// Choosing what the lines of a file are, with the help of its blob id.

#ifndef TOOLS_PATCH_READING_SEARCH_H
#define TOOLS_PATCH_READING_SEARCH_H

#include <cstdint>
#include <vector>

#include "tools/patch/locate.h"
#include "tools/patch/post_image.h"
#include "tools/patch/recover.h"
#include "tools/patch/text_lines.h"

namespace laio {

// Keeps:  what it points to is the caller's.
struct ReadingTask {
    const WordStream *stream = nullptr;
    const LocatedFile *located = nullptr;
    const TextLines *before = nullptr;
    bool base_proven = false;  // it is the file that the patch is for
    std::uint64_t max_candidates = 0;
    const LinesByWords *moved = nullptr;
};

struct FoundReading {
    RecoveredFile recovered;           // with a fault when there is none
    std::vector<std::size_t> chosen;   // of each hunk, one of its readings
    PostImage image;
    std::vector<FoundComment> comments;
    bool exact = false;  // the file has the blob id that the mail gives
    std::uint64_t candidates = 0;  // whose id was computed
    std::uint64_t tries = 0;       // lines and places tried

    bool Good() const { return recovered.fault.empty(); }
    bool HasSeveral() const;  // readings that were kept
};

// Whether the header says what the blob id of the file after the patch is.
bool PostIdGiven(const FilePatch &header);

// The likeliest reading of every hunk, unless the blob id speaks for another
// one, for another layout, for less belief in the blanks shown, or for other
// counts than the header's.
// Thread:   any.
FoundReading FindReading(const ReadingTask &task);

}  // namespace laio

#endif  // TOOLS_PATCH_READING_SEARCH_H
