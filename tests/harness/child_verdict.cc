#include "tests/harness/child_verdict.h"

#include <string>

namespace laio {

void TakeVerdict(const ChildEnd &end, std::chrono::milliseconds time_allowed,
                 SharedReport *report, ScenarioResult *result)
{
    bool clean = end.wait_status == 0 && !end.timed_out;
    if (report->verdict() && (clean || report->verdict() != Verdict::kPass)) {
        result->verdict = *report->verdict();
        result->detail = report->detail();
    } else if (end.timed_out) {
        report->MarkBroken();
        result->verdict = Verdict::kHang;
        result->detail = "still busy after " +
                         std::to_string(time_allowed.count()) + " ms";
    } else {
        report->MarkBroken();
        result->verdict = Verdict::kCrash;
        result->detail = CrashText(end);
    }
    result->trace = report->Trace();
}

}  // namespace laio
