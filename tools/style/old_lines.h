// Old lines that a patch touches, and how they would look in good style: the
// preparatory patch that comes before code is moved.
//
// Functions from value to value.
// Thread: any.

#ifndef TOOLS_STYLE_OLD_LINES_H
#define TOOLS_STYLE_OLD_LINES_H

#include <string>
#include <string_view>
#include <vector>

#include "tools/style/finding.h"

namespace laio {

struct LineRange {
    int first = 0, last = 0;  // from 1, both in it
};

// What a patch takes away from a file.
struct TouchedFile {
    std::string path;  // before the patch
    std::string blob;  // its id before the patch, as the patch abbreviates it
    // Per hunk, from the first line that it removes to the last.
    std::vector<LineRange> lines;
};

// Files of which the patch removes a line, in its order.
std::vector<TouchedFile> FindTouchedFiles(std::string_view patch_text);

// The file with those lines mended, as far as every token stays; all other
// lines are as they were.
//
//   path   decides by its suffix which rules apply
//   lines  in ascending order, within the file
std::string MendOldLines(std::string_view file_text, std::string_view path,
                         const std::vector<LineRange> &lines,
                         const StyleOptions &options = {});

}  // namespace laio

#endif  // TOOLS_STYLE_OLD_LINES_H
