// A review for other programs.

#ifndef TOOLS_REPORT_REVIEW_JSON_H
#define TOOLS_REPORT_REVIEW_JSON_H

#include <nlohmann/json_fwd.hpp>

#include "tools/report/review_report.h"

namespace laio {

// {"salvage":{},"apply":{},"style":{"before":{},"after":{}},
//  "compile":{"before":{},"after":{}},"run":{"before":{},"after":{}},
//  "bench":{},"next_version","next_versions":[],"notes":[],"patches":[
//  {"subject","applies","compile","run","newly_broken":[],"first_to_break"}]}
// What was not done is null; `next_version` is the first of the series, and
// `patches` is empty for a patch alone.
nlohmann::json ToJson(const ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_REPORT_REVIEW_JSON_H
