#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/room/used-while-others-are-in-flight",
         "The room that one completion makes is used at once, "
         "though other requests are still in flight.",
         kAnything)
{
    world.kernel().set_capacity(3);
    for (int id = 1; id <= 4; id++) {
        world.Read(id);
    }
    world.Complete(2);
    world.PollUntil(2);
    world.Poll();
    world.Expect(world.kernel().InFlight(4), "request 4 still waits");
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
}

}  // namespace laio
