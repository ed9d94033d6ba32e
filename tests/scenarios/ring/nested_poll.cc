#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("ring/nested-poll/each-event-once",
         "A callback may poll the loop until another request is done: "
         "every event is delivered exactly once.",
         kNestedPoll)
{
    world.Read(1);
    world.Read(2);
    world.CallbackOf(1, [&] { world.PollUntil(2); });
    world.Complete(1);
    world.Complete(2);
    world.PollUntil(1);
    world.ExpectAllDone();
}

}  // namespace laio
