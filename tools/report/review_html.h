// A review as a page: one file, nothing loaded, nothing run.

#ifndef TOOLS_REPORT_REVIEW_HTML_H
#define TOOLS_REPORT_REVIEW_HTML_H

#include <string>

#include "tools/report/review_report.h"

namespace laio {

// HTML5 that is well-formed XML as well.
std::string ReviewHtml(const ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_REPORT_REVIEW_HTML_H
