// Mends a patch until nothing changes, and takes back what does not hold.
// Thread: any.

#ifndef TOOLS_STYLE_FIXER_H
#define TOOLS_STYLE_FIXER_H

#include <vector>

#include "tools/style/engine.h"

namespace laio::style {

struct Fixed {
    PatchText patch;
    std::vector<Diagnosis> before, after;
    std::vector<DroppedFix> dropped;
    int applied = 0;
    std::vector<std::string> token_rules;  // as FixResult has them
};

// Each fix must leave the program as it was (see tokens.h), must bring no
// finding of any rule in any file, and must make findings fewer.
//
//   keep_tokens  leaves out fixes that bring or take tokens, like braces
Fixed FixAll(PatchText patch, Mode mode, const StyleOptions &options,
             const std::vector<const Rule *> &rules,
             bool keep_tokens = false);

}  // namespace laio::style

#endif  // TOOLS_STYLE_FIXER_H
