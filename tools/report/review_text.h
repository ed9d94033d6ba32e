// A review as text, to be pasted into a reply.

#ifndef TOOLS_REPORT_REVIEW_TEXT_H
#define TOOLS_REPORT_REVIEW_TEXT_H

#include <string>

#include "tools/report/review_report.h"

namespace laio {

// At most 76 columns; the most important first.
std::string ReviewText(const ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_REPORT_REVIEW_TEXT_H
