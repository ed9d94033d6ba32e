#include "tests/harness/scenario.h"

#include <algorithm>
#include <string_view>

namespace laio {

namespace {

std::vector<Scenario> &Registered()
{
    static std::vector<Scenario> scenarios;
    return scenarios;
}

}  // namespace

ScenarioRegistration::ScenarioRegistration(const Scenario &scenario)
{
    Registered().push_back(scenario);
}

std::vector<Scenario> AllScenarios()
{
    std::vector<Scenario> scenarios = Registered();
    std::sort(scenarios.begin(), scenarios.end(),
              [](const Scenario &a, const Scenario &b) {
                  return std::string_view(a.name) < b.name;
              });
    return scenarios;
}

std::string WhyUnfit(unsigned needs, const Traits &traits)
{
    bool co_submit = traits.co_submit != CoSubmitForm::kAbsent;
    const struct {
        unsigned need;
        bool has;
        const char *reason;
    } kReasons[] = {
        {kNestedPoll, traits.has_submit,
         "requests are coroutines only: what a poll inside one completes is "
         "woken after that one yields"},
        {kCallback, traits.has_submit,
         "no laio_submit(): completions run on the caller's coroutine"},
        {kCoroutine, co_submit, "no laio_co_submit()"},
        {kPlug, traits.plug != PlugForm::kAbsent,
         "requests cannot be batched: neither plug nor deferred calls"},
        {kCancel, traits.has_submit,
         "coroutine requests cannot be cancelled"},
        {kDetach, traits.has_attach && traits.has_cleanup,
         "no laio_detach_aio_context() or no laio_cleanup()"},
        {kOwnState, !traits.locks_context,
         "threads share one state, under the lock of its context"},
    };
    for (const auto &[need, has, reason] : kReasons) {
        if ((needs & need) && !has) {
            return reason;
        }
    }
    return "";
}

}  // namespace laio
