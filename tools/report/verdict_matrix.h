// The verdicts of many subjects side by side.

#ifndef TOOLS_REPORT_VERDICT_MATRIX_H
#define TOOLS_REPORT_VERDICT_MATRIX_H

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "tests/harness/verdict.h"

namespace laio {

// One column.
struct JudgedSubject {
    std::string name;
    std::string error;  // why there are no verdicts; empty when there are
    RunResult run;
};

// A row per scenario, a letter per subject; under them a line per subject
// with its number, its total and its name. At most kReportWidth wide: what
// does not fit goes into further tables.
std::string MatrixText(const std::vector<JudgedSubject> &subjects);

// {"subjects":[{"name","error","total":{"pass",...}}],
//  "scenarios":[{"name","verdicts":["pass",...]}]}, the verdicts in the order
// of the subjects, null where there is none.
nlohmann::json MatrixJson(const std::vector<JudgedSubject> &subjects);

}  // namespace laio

#endif  // TOOLS_REPORT_VERDICT_MATRIX_H
