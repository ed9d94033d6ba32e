// Where in a patch each line stands, for rules about what is no code.
// Thread: any.

#ifndef TOOLS_STYLE_HEADER_LINES_H
#define TOOLS_STYLE_HEADER_LINES_H

#include <string_view>
#include <vector>

#include "tools/style/patch_text.h"

namespace laio::style {

struct HeaderLine {
    size_t index = 0;  // in PatchText::lines
    std::string_view text;
    std::string_view path;    // of the last file named, "" before the first
    bool names_file = false;  // this line names one
    bool in_header = true;    // of the mail
    bool in_log = false;      // the commit message, up to its first sign-off
    bool is_signoff = false;  // in any case, blanks before it or not
};

// A patch as the rules see it that are about all of its lines.
// Keeps: `patch` stays the caller's.
struct PatchView {
    explicit PatchView(const PatchText &patch);

    const PatchText &patch;
    std::vector<HeaderLine> lines;
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_HEADER_LINES_H
