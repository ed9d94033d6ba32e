#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("ring/nested-poll/own-event-is-over",
         "While a callback runs, its own event is over: a nested poll "
         "does not deliver it again.",
         kNestedPoll)
{
    world.Read(1);
    world.CallbackOf(1, [&] { world.Poll(); });
    world.Complete(1);
    world.PollUntil(1);
    world.Poll();
    world.ExpectDone(1, 0);
}

}  // namespace laio
