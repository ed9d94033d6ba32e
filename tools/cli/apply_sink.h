// Where patched files go: nowhere, into a work tree, its index, or commits.

#ifndef TOOLS_CLI_APPLY_SINK_H
#define TOOLS_CLI_APPLY_SINK_H

#include <memory>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/cli/apply_job.h"
#include "tools/git/tree.h"

namespace laio {

// Nothing changes before Finish(), but for objects that nobody refers to.
class ApplySink {
 public:
    virtual ~ApplySink() = default;

    // The tree that the next patch is for.
    virtual const Tree &tree() const = 0;

    // Takes a patch that was applied to tree().
    // Returns:  the id of its commit; empty when there is none.
    virtual Result<std::string> Add(const AppliedMail &job) = 0;

    // Writes all that was added, or nothing.
    virtual Status Finish() = 0;
};

struct SinkOptions {
    std::string base;  // empty: HEAD, or the work tree as it is
    bool check = false;
    bool index = false;
    bool commit = false;
    bool reject = false;
    std::string committer;
    std::string committer_date;
};

// Keeps:    the repository.
// Returns:  an Error when the options and the repository do not agree.
Result<std::unique_ptr<ApplySink>> MakeApplySink(
    std::shared_ptr<GitRepository> repository, const SinkOptions &options);

}  // namespace laio

#endif  // TOOLS_CLI_APPLY_SINK_H
