// A draft of the reply to a patch: its text quoted, findings under the lines
// that they are about.

#ifndef TOOLS_REPORT_REPLY_TEXT_H
#define TOOLS_REPORT_REPLY_TEXT_H

#include <string>

#include "tools/report/review_report.h"

namespace laio {

// One part per mail of the report, of a series for those that there is
// something to say about. Quoted lines are as wide as they were,
// others have at most 76 columns. What other reviewers wrote stays out.
std::string ReplyText(const ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_REPORT_REPLY_TEXT_H
