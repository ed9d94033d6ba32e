// The stages of a review, from a mail to a report.
//
// Each function fills in its part of the report; they are called in the order
// in which they stand here.

#ifndef TOOLS_CLI_REVIEW_H
#define TOOLS_CLI_REVIEW_H

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/cli/progress.h"
#include "tools/cli/session.h"
#include "tools/cli/workbench.h"
#include "tools/git/tree.h"
#include "tools/mail/mail.h"
#include "tools/report/review_report.h"

namespace laio {

// The version that a patch is for.
struct ReviewBase {
    std::unique_ptr<Tree> tree;  // tools/cli/open_version.h
    bool chosen = false;         // by --base: the patch goes on this version
};

// Salvages every patch of the mails.
Status SalvageStage(const std::vector<Mail> &mails, const ReviewBase &base,
                    ReviewReport &report);

// Applies them: to the version that was chosen, else to the pre-images that
// were salvaged. A patch that does not apply is a finding of the report.
void ApplyStage(const ReviewBase &base, ReviewReport &report);

// Checks each patch, mends it, and checks it again.
void StyleStage(ReviewReport &report);

// One linux-aio implementation among the files of a patch.
struct JudgedSource {
    std::string path;
    std::optional<Source> before;
    std::optional<Source> after;
    // Of a series: the file after each patch but the last.
    std::vector<std::optional<Source>> steps;
};

// Returns:  the first file that defines laio_init on either side; nullopt,
//           and a note in the report, when the patch touches none.
std::optional<JudgedSource> FindJudgedSource(ReviewReport &report);

// Compiles both sides, judges both, and measures them beside one another;
// judges what lies between them patch by patch.
Status JudgeStage(const JudgedSource &source, Workbench &workbench,
                  Progress &progress, ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_CLI_REVIEW_H
