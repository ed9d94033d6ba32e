// The verdict of one scenario on one subject, and the trace that led to it.
//
// The runner prints these as JSON; `laio run`, `laio review` and the report
// read them back. The names are those of the machine-readable output.

#ifndef TESTS_HARNESS_VERDICT_H
#define TESTS_HARNESS_VERDICT_H

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "tools/base/result.h"

namespace laio {

enum class Verdict {
    kPass,
    kFail,   // a promise was broken; detail says which
    kCrash,  // the process died; detail names the signal or the abort
    kHang,   // a loop would have slept for ever, or the watchdog fired
    kSkip,   // the subject's API cannot express it; detail says why
};

// The three columns of a sequence chart.
enum class Actor { kCaller, kLoop, kKernel };

// One arrow (from != to) or one note (from == to) of the interleaving.
struct TraceEvent {
    int step = 0;       // counts from 1 within a scenario
    int depth = 0;      // nesting of aio_poll() when it happened
    Actor from = Actor::kCaller;
    Actor to = Actor::kCaller;
    std::string text;   // short: `io_submit [1 2] = 2`, `cb(1) ret=0`
    bool broken = false;  // the step at which the promise broke
};

struct ScenarioResult {
    std::string name;      // a path: `ring/nested-poll/each-event-once`
    std::string sentence;  // the promise
    Verdict verdict = Verdict::kSkip;
    std::string detail;
    std::vector<TraceEvent> trace;
};

struct RunResult {
    std::string subject;
    std::vector<ScenarioResult> scenarios;
};

// "pass", "fail", "crash", "hang", "skip".
const char *VerdictName(Verdict verdict);
// "caller", "loop", "kernel".
const char *ActorName(Actor actor);

// {"subject","scenarios":[{"name","sentence","verdict","detail","trace":
// [{"step","depth","from","to","text","broken"}]}],"total":{"pass",...}}
nlohmann::json ToJson(const RunResult &run);

// Reads what ToJson() wrote.
// Returns:  an Error naming the member that is missing or wrong.
Result<RunResult> RunResultFromJson(const nlohmann::json &json);

}  // namespace laio

#endif  // TESTS_HARNESS_VERDICT_H
