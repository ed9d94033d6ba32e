// The text after the second @@ of a hunk's header: the line of the file that
// the hunk stands in, often a function's name.

#ifndef TOOLS_PATCH_HUNK_SECTION_H
#define TOOLS_PATCH_HUNK_SECTION_H

#include <string>
#include <vector>

#include "tools/patch/locate.h"
#include "tools/patch/word_stream.h"

namespace laio {

// The marks where it may end and the hunk's first line begin.
std::vector<int> SectionEnds(const WordStream &stream,
                             const LocatedHunk &hunk);

// What it was before the mail, from its items [begin, end): the nearest line
// before the file's line `first` (from 0) that begins with its words.
std::string SectionText(const WordStream &stream, int begin, int end,
                        const std::vector<std::string> &old_lines, int first);

}  // namespace laio

#endif  // TOOLS_PATCH_HUNK_SECTION_H
