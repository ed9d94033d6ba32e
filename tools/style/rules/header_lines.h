// Where in a patch a line stands, for rules about what is no code.

#ifndef TOOLS_STYLE_RULES_HEADER_LINES_H
#define TOOLS_STYLE_RULES_HEADER_LINES_H

#include <string>
#include <string_view>

#include "tools/style/function_ref.h"
#include "tools/style/patch_text.h"

namespace laio::style {

struct HeaderLine {
    size_t index = 0;  // in PatchText::lines
    std::string_view text;
    std::string path;        // of the last file named, "" before the first
    bool names_file = false;  // this line names one
    bool in_header = true;   // of the mail
    bool in_log = false;     // the commit message, up to its first sign-off
};

// Calls `read` for each line of the patch.
void ForEachLine(const PatchText &patch,
                 FunctionRef<void(const HeaderLine &)> read);

// Whether the text starts with `tag` in any case, blanks before it or not.
bool StartsWithTag(std::string_view text, std::string_view tag);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_HEADER_LINES_H
