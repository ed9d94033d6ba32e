// The command lines that show again what a review says.

#ifndef TOOLS_CLI_REPRODUCE_H
#define TOOLS_CLI_REPRODUCE_H

#include <string>
#include <vector>

#include "tools/report/review_report.h"

namespace laio {

// What `laio review` was given, as it was spelled; empty: not given.
struct ReviewWords {
    std::string tree;
    std::string base;
    std::string mail;
    std::string output;
};

// One line per stage, for a POSIX shell in the folder of the caller.
std::vector<std::string> HowToReproduce(const ReviewWords &words,
                                        const ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_CLI_REPRODUCE_H
