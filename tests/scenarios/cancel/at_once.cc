#include <cerrno>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("cancel/at-once/completes-once",
         "A request that the kernel cancels at once completes once, "
         "with -ECANCELED.",
         kCancel)
{
    world.kernel().Plan({KernelCall::kCancel, 1, 0});
    world.Read(1);
    world.Cancel(1);
    world.CompleteAllWhenIdle();
    world.PollUntil(1);
    world.ExpectDone(1, -ECANCELED);
}

}  // namespace laio
