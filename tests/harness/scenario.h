// A scenario: a promise in one sentence, and the steps that would break it.
//
//     SCENARIO("ring/wrap/every-event",
//              "Completions are delivered in order across the ring's end.",
//              kAnything)
//     {
//         world.kernel().set_ring({.nr = 4, .start = 3});
//         world.Read(1);
//         world.Complete(1);
//         world.PollUntil(1);
//     }
//
// One file each, found by being linked: //tests/scenarios:scenarios.
// Thread: registration happens before main().

#ifndef TESTS_HARNESS_SCENARIO_H
#define TESTS_HARNESS_SCENARIO_H

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/harness/traits.h"
#include "tests/harness/world.h"

namespace laio {

// What a subject must offer for the scenario to make sense; they add up.
enum Need : unsigned {
    kAnything = 0,
    // Polls the loop in a completion callback.
    kNestedPoll = 1 << 0,
    // laio_submit(): callbacks run on the loop's stack.
    kCallback = 1 << 1,
    // laio_co_submit().
    kCoroutine = 1 << 2,
    // Batches: plug and unplug, or deferred calls.
    kPlug = 1 << 3,
    // Requests that can be cancelled.
    kCancel = 1 << 4,
    // Detach, attach and cleanup.
    kDetach = 1 << 5,
    // A state for each thread, so that nothing is shared between threads.
    kOwnState = 1 << 6,
};

// What a suite has to work with.
struct SuiteRun {
    std::string shared_object;  // of the subject
    Traits traits;
    uint64_t seed;
    std::chrono::milliseconds budget;  // 0: what is done without being asked
    SharedReport *report;              // takes the verdict
};

struct Scenario {
    const char *name;      // a path: area/situation/promise
    const char *sentence;  // the promise
    unsigned needs;
    void (*body)(World &world);
    // In place of a body: starts processes of its own, many Worlds in all.
    void (*suite)(const char *name, const SuiteRun &run) = nullptr;
};

// All that are linked, by name.
std::vector<Scenario> AllScenarios();

// Returns:  the reason why a subject cannot be asked; empty when it can.
std::string WhyUnfit(unsigned needs, const Traits &traits);

struct ScenarioRegistration {
    explicit ScenarioRegistration(const Scenario &scenario);
};

#define SCENARIO(name, sentence, needs)                        \
    static void ScenarioBody(::laio::World &world);            \
    static const ::laio::ScenarioRegistration registration(    \
        ::laio::Scenario{name, sentence, needs, ScenarioBody}); \
    static void ScenarioBody([[maybe_unused]] ::laio::World &world)

}  // namespace laio

#endif  // TESTS_HARNESS_SCENARIO_H
