// Telling the lines of a hunk apart when their ends cannot be trusted.
//
// The file before the patch knows every context and removed line, and the
// header how many of each kind there are; that leaves few readings, and
// mostly one. Each reading has a cost: 0 when every line is where the text
// seems to put it.

#ifndef TOOLS_PATCH_SEGMENT_H
#define TOOLS_PATCH_SEGMENT_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tools/patch/model.h"
#include "tools/patch/word_stream.h"

namespace laio {

struct SegmentTask {
    int begin = 0;  // first item of the body; a mark
    int end = 0;    // one past the last item it may use
    int old_count = 0;
    int new_count = 0;
    // The file before the patch, and its line that is the hunk's first, from
    // 0.
    const std::vector<std::string> *old_lines = nullptr;
    int old_first = 0;
    bool is_code = true;  // in a language with braces
    // Lines to try, over all places of the text.
    std::size_t max_tries = 200'000;
};

struct SegmentLine {
    LineKind kind = LineKind::kContext;
    int old_line = -1;  // from 0; of context and removed lines
    int begin = 0;      // its items, the mark first
    int end = 0;
    std::vector<int> words;  // items of an added line's words, sign included
    bool wrapped = false;    // goes over a mark or a break
    bool indent_lost = false;  // its sign is glued to what was indented
    bool no_newline = false;
};

// Items between lines that belong to nobody's patch: a reviewer's.
struct SegmentComment {
    int begin = 0;
    int end = 0;
    int after_line = 0;  // lines of the hunk before it
};

struct Segmentation {
    std::vector<SegmentLine> lines;
    std::vector<SegmentComment> comments;
    int end = 0;  // one past the last item used
    int cost = 0;

    // Without what lost indents cost: they say nothing about lines.
    int CostOfLines() const;
};

struct SegmentResult {
    std::vector<Segmentation> readings;  // cheapest first, at most 8
    std::uint64_t count = 0;  // of all readings, no matter how dear
    bool gave_up = false;     // too many to look at
    std::size_t tries = 0;    // lines tried
};

// Returns:  no readings when the items cannot be the hunk.
// Thread:   any.
SegmentResult SegmentHunk(const WordStream &stream, const SegmentTask &task);

}  // namespace laio

#endif  // TOOLS_PATCH_SEGMENT_H
