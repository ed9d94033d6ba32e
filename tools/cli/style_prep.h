// The patch that cleans old lines before another one moves them.
// Thread: any.

#ifndef TOOLS_CLI_STYLE_PREP_H
#define TOOLS_CLI_STYLE_PREP_H

#include <filesystem>
#include <string>

#include "tools/base/result.h"
#include "tools/style/style.h"

namespace laio {

struct PrepInput {
    std::filesystem::path tree;  // a git repository, or in one
    std::string base;  // a version in it; empty: what blob ids say, else HEAD
    std::string patch;       // its text
    std::string patch_name;  // for messages
};

struct Prep {
    std::string patch;  // a mail for `git am`; empty: nothing to clean
    int files = 0;
};

// Mends the lines that the patch takes away, white space and comments only.
//
// Returns:  an Error when the tree has not the files that the patch changes.
Result<Prep> MakePrep(const PrepInput &input, const StyleOptions &options);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_PREP_H
