// Runs rules over a patch: the loop, and nothing that a rule should know.
// Thread: any.

#ifndef TOOLS_STYLE_ENGINE_H
#define TOOLS_STYLE_ENGINE_H

#include <forward_list>
#include <optional>
#include <vector>

#include "tools/style/line_rules.h"
#include "tools/style/rule.h"

namespace laio::style {

// A finding with the edit that would mend it.
struct Diagnosis {
    Finding finding;
    std::optional<Edit> edit;  // its lines are indices in PatchText::lines
};

enum class Mode { kPatch, kFile };

// The rules that the options ask for, ready to be run over many patches.
// Thread: any.
struct RuleSet {
    RuleSet(const std::vector<const Rule *> &all, const StyleOptions &options);
    RuleSet(const RuleSet &) = delete;
    RuleSet &operator=(const RuleSet &) = delete;

    int qemu_version;
    std::vector<const Rule *> rules;  // as that version has them
    std::forward_list<Rule> past;  // those of them that are otherwise now
    LineRules line_rules;
};

//   types  learnt before, in patches of the same run; null: none. What this
//          patch teaches is added.
// Returns:  by line of the patch, then in the order of the rules.
std::vector<Diagnosis> RunRules(const PatchText &patch, Mode mode,
                                const RuleSet &set,
                                TypeNames *types = nullptr);

}  // namespace laio::style

#endif  // TOOLS_STYLE_ENGINE_H
