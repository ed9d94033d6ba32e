// The folder that `laio review -o` fills.

#ifndef TOOLS_CLI_REVIEW_OUTPUT_H
#define TOOLS_CLI_REVIEW_OUTPUT_H

#include <filesystem>
#include <optional>
#include <string>

#include "tools/base/result.h"
#include "tools/cli/review.h"

namespace laio {

// Writes report.txt, report.html, report.json, reply.txt, the next version of
// the patch, and the judged file in before/ and after/. What an earlier review
// put there is replaced; nothing else of the folder is touched.
//
//   folder  is made when it is not there; nothing is written outside of it
//   name    what the caller called it: the report says so of what it has in it
// Returns:  an Error of kind kEnvironment when the system refuses.
Status WriteReview(const std::filesystem::path &folder,
                   const std::string &name,
                   const std::optional<JudgedSource> &source,
                   ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_CLI_REVIEW_OUTPUT_H
