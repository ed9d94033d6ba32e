// What a review comes to, as sentences: what the text and the page open with.

#ifndef TOOLS_REPORT_VERDICT_IN_WORDS_H
#define TOOLS_REPORT_VERDICT_IN_WORDS_H

#include <string>
#include <vector>

#include "tools/report/review_report.h"

namespace laio {

struct Reason {
    std::string what;    // "2 promises broken newly: fail: ..."
    std::string detail;  // more about it, or empty
};

struct VerdictInWords {
    std::string headline;  // one line
    std::vector<Reason> against;
    std::vector<Reason> in_favour;
};

VerdictInWords InWords(const ReviewReport &report);

// "3 errors", "1 error".
std::string Counted(size_t count, const std::string &what);

}  // namespace laio

#endif  // TOOLS_REPORT_VERDICT_IN_WORDS_H
