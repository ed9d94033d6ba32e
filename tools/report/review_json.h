// A review for other programs.

#ifndef TOOLS_REPORT_REVIEW_JSON_H
#define TOOLS_REPORT_REVIEW_JSON_H

#include <nlohmann/json_fwd.hpp>

#include "tools/report/review_report.h"

namespace laio {

// {"salvage":{},"apply":{},"style":{"before":{},"after":{}},
//  "compile":{"before":{},"after":{}},"run":{"before":{},"after":{}},
//  "bench":{},"next_version","notes":[]}; what was not done is null.
nlohmann::json ToJson(const ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_REPORT_REVIEW_JSON_H
