// The lines between `diff --git` and the first hunk of a file.

#ifndef TOOLS_PATCH_FILE_HEADER_H
#define TOOLS_PATCH_FILE_HEADER_H

#include <string>
#include <string_view>
#include <vector>

#include "tools/patch/model.h"

namespace laio {

// Takes one header line into the fields of `file`; the line itself is not
// kept. Returns: false when the line is no part of a file's header.
bool ReadFileHeaderLine(std::string_view line, FilePatch *file);

// Chooses between the two names of a plain diff, when they differ in what
// people call their copies only: "x.c.orig", "tree.old/x.c" and "tree/x.c".
// To be called when the header is read.
void SettlePaths(FilePatch *file);

// The header lines that say what the fields say.
std::vector<std::string> MakeFileHeader(const FilePatch &file);

}  // namespace laio

#endif  // TOOLS_PATCH_FILE_HEADER_H
