#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/plug/ends-with-a-small-batch",
         "A device's limit that lets a batch go at the unplug ends the plug "
         "all the same: the next request is not held back.",
         kPlug)
{
    world.Plug();
    for (int id = 1; id <= 4; id++) {
        world.Read(id);
    }
    world.Unplug(2);
    world.Read(5);
    world.Expect(world.kernel().InFlight(5), "request 5 is held back");
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
}

}  // namespace laio
