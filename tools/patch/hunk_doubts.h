// What speaks against a hunk, in words.

#ifndef TOOLS_PATCH_HUNK_DOUBTS_H
#define TOOLS_PATCH_HUNK_DOUBTS_H

#include <string>

#include "tools/patch/locate.h"
#include "tools/patch/segment.h"
#include "tools/patch/shown_lines.h"
#include "tools/patch/word_stream.h"

namespace laio {

struct HunkDoubt {
    std::string reason;  // empty: none
    int line = 0;        // of the body
};

// A line of the diff after all that were announced.
//
//   end      one past the last item of the hunk
//   number   of the hunk in its file, from 1; so below
HunkDoubt DoubtAboutRest(const WordStream &stream, const LocatedHunk &hunk,
                         int end, int number);

// What looks like a line of its own had to be taken for the rest of another
// one.
HunkDoubt DoubtAboutReading(const WordStream &stream, const LocatedHunk &hunk,
                            const Segmentation &reading, int number);

// Why no reading was found.
//
//   counted    lines that seem to be there
//   too_many   the search was given up
std::string WhyUnreadable(const LocatedHunk &hunk, int number,
                          const CountedLines &counted, bool too_many);

}  // namespace laio

#endif  // TOOLS_PATCH_HUNK_DOUBTS_H
