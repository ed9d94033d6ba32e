#include "tests/harness/run_text.h"

#include <fmt/format.h>

#include <map>

namespace laio {

namespace {

std::string EventText(const TraceEvent &event)
{
    std::string who = ActorName(event.from);
    if (event.from != event.to) {
        who += std::string(" > ") + ActorName(event.to);
    }
    return fmt::format("    {} {:3}  {:15}  {:{}}{}\n",
                       event.broken ? ">>" : "  ", event.step, who, "",
                       2 * event.depth, event.text);
}

}  // namespace

std::string RunText(const RunResult &run)
{
    std::string text = "subject " + run.subject + "\n";
    std::map<Verdict, int> total;
    for (const ScenarioResult &result : run.scenarios) {
        total[result.verdict]++;
        text += fmt::format("{:5}  {}{}{}\n", VerdictName(result.verdict),
                            result.name, result.detail.empty() ? "" : ": ",
                            result.detail);
        if (result.verdict == Verdict::kPass ||
            result.verdict == Verdict::kSkip) {
            continue;
        }
        text += "       " + result.sentence + "\n";
        for (const TraceEvent &event : result.trace) {
            text += EventText(event);
        }
    }
    return text + fmt::format("{} pass, {} fail, {} crash, {} hang, {} skip\n",
                              total[Verdict::kPass], total[Verdict::kFail],
                              total[Verdict::kCrash], total[Verdict::kHang],
                              total[Verdict::kSkip]);
}

}  // namespace laio
