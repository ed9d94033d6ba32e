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
#include "tools/report/verdict_changes.h"
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

// A patch of a series, judged with those before it.
struct PatchStep {
    std::string problem;  // why it does not apply, or empty
    std::vector<FileChange> changes;  // of it and those before it
    // The judged file after it; as in JudgedSide.
    JudgedSide after;
};

struct ReviewReport {
    std::string input;  // what the mail was called
    std::vector<SalvageResult> mails;  // at least one
    std::vector<FileChange> changes;
    std::string apply_problem;  // why the patch does not apply, or empty
    std::vector<FixResult> style;  // one per mail, or none
    std::optional<JudgedFile> judged;
    std::vector<PatchStep> steps;  // one per mail when there are several
    std::vector<std::string> notes;
    std::vector<std::string> next_version;  // paths that were written
    std::vector<std::string> reproduce;  // command lines
};

// Whether there is anything that an author should act on: findings of style,
// a patch that does not apply or compile, a verdict that got worse.
bool HasFindings(const ReviewReport &report);

// What became of the verdicts; nothing when the file after was not judged.
std::vector<VerdictChange> Changes(const ReviewReport &report);

// The same for one patch of a series against the ones before it.
std::vector<VerdictChange> ChangesOfStep(const ReviewReport &report,
                                         size_t step);

// The first patch of a series that does not apply, does not compile, or breaks
// a promise that was kept before it; nullopt when none does.
std::optional<size_t> FirstBreakingStep(const ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_REPORT_REVIEW_REPORT_H
