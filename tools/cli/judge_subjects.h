// Judging many subjects, side by side on the machine's cores.

#ifndef TOOLS_CLI_JUDGE_SUBJECTS_H
#define TOOLS_CLI_JUDGE_SUBJECTS_H

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/cli/workbench.h"
#include "tools/report/verdict_matrix.h"

namespace laio {

struct JudgeManyOptions {
    std::string filter = "*";  // a glob over scenario names
    int repeat = 1;            // runs of each subject
    uint64_t seed = 1;         // as in JudgeOptions
    std::chrono::milliseconds budget{0};
    // Told of each subject before its turn, by one thread at a time.
    std::function<void(const std::string &name)> starts;
};

// Compiles and judges every subject, in their order. A subject that cannot be
// judged has an Error of kind kBadInput as its `error`.
//
// Returns:  an Error of another kind, which would be that of any subject.
Result<std::vector<JudgedSubject>> JudgeSubjects(
    const std::vector<Subject> &subjects, Workbench &bench,
    const JudgeManyOptions &options);

}  // namespace laio

#endif  // TOOLS_CLI_JUDGE_SUBJECTS_H
