// From a mail to a patch that fits a tree.

#ifndef TOOLS_CLI_APPLY_JOB_H
#define TOOLS_CLI_APPLY_JOB_H

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/tree.h"
#include "tools/mail/mail.h"
#include "tools/patch/apply.h"
#include "tools/patch/salvage.h"

namespace laio {

// A patch of a mail, applied in memory.
struct AppliedMail {
    std::string source;
    CommitWords words;
    std::vector<FileChange> changes;
    std::vector<FileWrite> writes;
    std::vector<Conflict> conflicts;  // with ApplyOptions::reject
    // What it took when the text of the mail was not whole.
    std::optional<SalvageResult> salvage;
};

struct JobOptions {
    ApplyOptions apply;
    // Where the patch does not fit the tree, the files that it names count.
    bool own_base = false;
};

// Takes the mail's patch as it stands when it is whole: each hunk fits, and no
// blob id contradicts. Otherwise salvages it first.
//
// Returns:  nullopt when there is no patch in the mail; an Error when it
//           cannot be recovered or does not fit.
Result<std::optional<AppliedMail>> ApplyMail(const Mail &mail,
                                             const Tree &tree,
                                             const JobOptions &options);

}  // namespace laio

#endif  // TOOLS_CLI_APPLY_JOB_H
