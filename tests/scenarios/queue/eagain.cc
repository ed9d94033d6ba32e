#include <cerrno>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/eagain/retried-after-a-completion",
         "A request that the kernel has no room for waits, and is sent "
         "after the next completion.",
         kAnything)
{
    world.kernel().Plan({KernelCall::kSubmit, 2, -EAGAIN});
    world.Read(1);
    world.Read(2);
    world.ExpectNotDone(2);
    world.Complete(1);
    world.CompleteAllWhenIdle();
    world.PollUntil(2);
    world.ExpectDone(2, 0);
}

}  // namespace laio
