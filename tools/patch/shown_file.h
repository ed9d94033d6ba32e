// What a mail alone says of a file that nobody has.

#ifndef TOOLS_PATCH_SHOWN_FILE_H
#define TOOLS_PATCH_SHOWN_FILE_H

#include <optional>
#include <string>
#include <vector>

#include "tools/patch/locate.h"
#include "tools/patch/recover.h"
#include "tools/patch/word_stream.h"

namespace laio {

// The file before the patch, where its only hunk shows all of it: what it
// shows has the blob id of the header.
std::optional<std::string> WholeFileShown(const WordStream &stream,
                                          const LocatedFile &located);

struct ShownHunks {
    std::vector<Hunk> hunks;
    std::vector<FoundComment> comments;
    std::string fault;  // why a hunk cannot be read; empty: all can
    int fault_line = 0;
    // What does not fit between hunks, in words; empty: all does.
    std::string gap;
};

// The hunks as they stand in the mail, if they hold what their headers say.
// Thread:   any.
ShownHunks ReadShownHunks(const WordStream &stream,
                          const LocatedFile &located);

}  // namespace laio

#endif  // TOOLS_PATCH_SHOWN_FILE_H
