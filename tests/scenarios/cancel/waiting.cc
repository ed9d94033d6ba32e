#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("cancel/waiting/completes-once",
         "A request that is cancelled before the kernel has room for "
         "it completes once.",
         kCancel)
{
    world.kernel().set_capacity(1);
    world.Read(1);
    world.Read(2);
    world.Cancel(2);
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
}

}  // namespace laio
