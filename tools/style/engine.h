// Runs rules over a patch: the loop, and nothing that a rule should know.
// Thread: any.

#ifndef TOOLS_STYLE_ENGINE_H
#define TOOLS_STYLE_ENGINE_H

#include <optional>
#include <vector>

#include "tools/style/rule.h"

namespace laio::style {

// A finding with the edit that would mend it.
struct Diagnosis {
    Finding finding;
    std::optional<Edit> edit;  // its lines are indices in PatchText::lines
};

enum class Mode { kPatch, kFile };

//   types  learnt before, in patches of the same run; null: none. What this
//          patch teaches is added.
// Returns:  by line of the patch, then in the order of `rules`.
std::vector<Diagnosis> RunRules(const PatchText &patch, Mode mode,
                                const StyleOptions &options,
                                const std::vector<const Rule *> &rules,
                                TypeNames *types = nullptr);

}  // namespace laio::style

#endif  // TOOLS_STYLE_ENGINE_H
