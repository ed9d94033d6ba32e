// Everything that a review found out about a patch, as one value.
//
// `laio review` fills it stage by stage; what it leaves empty was not done,
// and `notes` says why.

#ifndef TOOLS_REPORT_REVIEW_REPORT_H
#define TOOLS_REPORT_REVIEW_REPORT_H

#include <optional>
#include <string>
#include <vector>

#include "tests/harness/verdict.h"
#include "tools/patch/apply.h"
#include "tools/patch/salvage.h"
#include "tools/style/style.h"
#include "tools/subject/compile.h"
#include "tools/subject/measurement.h"

namespace laio {

// The file that was compiled and judged, on one side of the patch.
struct JudgedSide {
    std::optional<Compiled> compiled;  // empty: the file is not there
    std::optional<RunResult> run;      // empty: it did not compile
};

struct JudgedFile {
    std::string path;
    JudgedSide before;
    JudgedSide after;
    std::optional<Comparison> bench;
    std::string bench_note;  // why there is no measurement
};

struct ReviewReport {
    std::string input;  // what the mail was called
    std::vector<SalvageResult> mails;  // at least one
    std::vector<FileChange> changes;
    std::string apply_problem;  // why the patch does not apply, or empty
    std::vector<FixResult> style;  // one per mail
    std::optional<JudgedFile> judged;
    std::vector<std::string> notes;
    std::string next_version;  // path of the file that was written, or empty
    std::vector<std::string> reproduce;  // command lines
};

// Whether there is anything that an author should act on: findings of style,
// a patch that does not apply or compile, a verdict that got worse.
bool HasFindings(const ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_REPORT_REVIEW_REPORT_H
