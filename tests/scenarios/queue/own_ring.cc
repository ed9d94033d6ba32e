#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/two-threads/each-its-own-ring",
         "A request goes to the kernel by the ring of the thread that "
         "submits it, and completes in that thread.",
         kDetach | kOwnState)
{
    world.Read(1);
    world.InOtherThread([&] { world.Read(2); });
    world.Expect(!world.kernel().InSameContext(1, 2),
                 "the request of one thread went into another one's ring");
    world.Complete(2);
    world.Poll();
    world.ExpectNotDone(2);
    world.Complete(1);
    world.InOtherThread([&] {
        world.PollUntil(2);
        world.ExpectNotDone(1);
    });
    world.PollUntil(1);
}

}  // namespace laio
