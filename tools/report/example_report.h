// A review that has something of everything, for tests of how it is shown.

#ifndef TOOLS_REPORT_EXAMPLE_REPORT_H
#define TOOLS_REPORT_EXAMPLE_REPORT_H

#include "tools/report/review_report.h"

namespace laio {

// One error that can be mended, one warning that cannot.
FixResult ExampleStyle();

// Three scenarios; `nested` is the verdict of the second.
RunResult ExampleVerdicts(Verdict nested);

// A patch that breaks a promise and the style.
ReviewReport ExampleReport();

// Three patches, of which the second breaks a promise.
ReviewReport ExampleSeries();

}  // namespace laio

#endif  // TOOLS_REPORT_EXAMPLE_REPORT_H
