#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("cancel/refused/completes-once",
         "A request that the kernel cannot cancel completes once, when "
         "it is done.",
         kCancel)
{
    world.Read(1);
    world.Cancel(1);
    world.Poll();
    world.ExpectNotDone(1);
    world.Complete(1);
    world.PollUntil(1);
    world.Poll();
    world.Expect(world.IsReleased(1), "request 1 was never released");
}

}  // namespace laio
