// One file's change, brought to another version of the file.
//
// The file is taken apart into functions, types, macros and includes; each is
// found in the target by its name, else by its likeness; and each step of the
// change is put where its tokens are found there (PORT.md has the method). A
// step without a certain place is left out and reported: nothing is guessed.

#ifndef TOOLS_PORT_PORT_FILE_H
#define TOOLS_PORT_PORT_FILE_H

#include <string>
#include <vector>

#include "tools/port/place.h"

namespace laio::port {

// Steps of the change that stand close together; all of them are ported, or
// none.
struct PortedHunk {
    std::string function;  // "ioq_submit", or what else it is in
    State state = State::kManual;
    std::string reason;
    int line = 0;         // in the text before the change, from 1
    int target_line = 0;  // in the target as it was; 0: unknown
    std::string change;   // lines with -, + or a blank before them
    std::string here;     // kManual: what the target has there, if known
};

struct PortedFile {
    std::string after;  // the target with what was ported
    std::vector<PortedHunk> hunks;

    bool Complete() const;  // no hunk is kManual
};

//   before, after  the change: two versions of a file
//   target         a third one
// Returns:  `after` == `target` when nothing was ported.
// Thread:   any.
PortedFile PortFile(const std::string &before, const std::string &after,
                    const std::string &target);

}  // namespace laio::port

#endif  // TOOLS_PORT_PORT_FILE_H
