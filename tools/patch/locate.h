// Where in a mail its diffs are: files and hunks as stretches of words.

#ifndef TOOLS_PATCH_LOCATE_H
#define TOOLS_PATCH_LOCATE_H

#include <string>
#include <vector>

#include "tools/patch/model.h"
#include "tools/patch/word_stream.h"

namespace laio {

// A hunk whose lines are not yet told apart: items [begin, end) after the
// second @@, its section text first.
struct LocatedHunk {
    Hunk header;
    int begin = 0;
    int end = 0;
    int line = 0;  // of the body
};

struct LocatedFile {
    FilePatch header;  // no hunks, no header lines
    std::vector<LocatedHunk> hunks;
    int begin = 0;  // item of `diff`
    int end = 0;    // one past the last item that may be the file's
    int line = 0;   // of the body
    std::string fault;  // why it cannot be read; empty: it can
};

// All file sections in order. Everything before the first is the message.
std::vector<LocatedFile> LocateFiles(const WordStream &stream);

}  // namespace laio

#endif  // TOOLS_PATCH_LOCATE_H
