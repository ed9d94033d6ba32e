#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("ring/nested-poll/new-request",
         "A callback may submit a request and poll until it is done, "
         "while other events of its batch wait.",
         kNestedPoll)
{
    world.Read(1);
    world.Read(2);
    world.CallbackOf(1, [&] {
        world.CompleteAllWhenIdle();
        world.Read(3);
        world.PollUntil(3);
        world.Read(4);
        world.PollUntil(4);
    });
    world.Complete(1);
    world.Complete(2);
    world.PollUntilAllDone();
}

}  // namespace laio
