// Recovering the lines of one file's hunks from the text of a mail.

#ifndef TOOLS_PATCH_RECOVER_H
#define TOOLS_PATCH_RECOVER_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/patch/locate.h"
#include "tools/patch/model.h"
#include "tools/patch/word_stream.h"

namespace laio {

struct RecoveredLine {
    LineKind kind = LineKind::kContext;
    bool known = true;  // `text` is right byte for byte
    bool no_newline = false;
    std::string text;
    // Of an added line that is not known: its words, whether the first one
    // is in column 0, and the blanks before each as far as they are known.
    std::vector<std::string> words;
    bool column_zero = false;
    bool column_known = true;  // whether it is
    std::vector<std::optional<std::string>> gaps;
    // What the line may be, judged by how others are shown, likeliest first.
    // The form of one line goes with the form at that place of the others.
    std::vector<std::string> forms;

    bool operator==(const RecoveredLine &) const = default;
};

using Reading = std::vector<RecoveredLine>;

struct RecoveredHunk {
    Hunk header;        // as the mail states it, without lines
    int old_first = 0;  // its place in the file before, from 0
    // What the lines may be, likeliest first; never empty.
    std::vector<Reading> readings;
    std::uint64_t reading_count = 0;  // also those too unlikely to keep
    int line = 0;                     // of the body
};

// Text between the lines that is not the patch's.
struct FoundComment {
    std::string text;    // quote marks of its own included
    int hunk = 0;        // from 1; 0: before the first
    int after_line = 0;  // lines of the hunk before it
};

struct RecoveredFile {
    std::vector<RecoveredHunk> hunks;
    std::vector<FoundComment> comments;
    // Why it could not be recovered, naming the hunk and the body's line;
    // empty when it could.
    std::string fault;
    int fault_line = 0;
    // Why a line may be lost or doubled in spite of all; empty when nothing
    // speaks for it.
    std::string suspicion;
    std::size_t tries = 0;  // lines and places tried
    // Hunks that were read by other counts than their headers', in words.
    std::vector<std::string> recounted;
};

struct RecoverOptions {
    bool doubt = false;    // believe no blanks, though what is known agrees
    bool forms = false;    // nor that tabs and blanks are as they were
    bool recount = false;  // by the looks of the lines, not by the headers
    bool remarks = false;  // what is not quoted as the patch is no line of it
};

// Tells what the lines of `file` are, against the file before the patch.
//
//   old_lines   empty for a new file
// Thread:   any.
RecoveredFile RecoverFile(const WordStream &stream, const LocatedFile &file,
                          const std::vector<std::string> &old_lines,
                          const RecoverOptions &options = {});

}  // namespace laio

#endif  // TOOLS_PATCH_RECOVER_H
