#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("lifecycle/detached/nothing-completes",
         "While detached nothing completes; what the kernel finished "
         "meanwhile completes after the next attach.",
         kDetach)
{
    world.Read(1);
    world.Read(2);
    world.Detach();
    world.Complete(1);
    world.Poll();
    world.Poll();
    world.ExpectNotDone(1);
    world.Attach();
    world.Complete(2);
    world.PollUntilAllDone();
}

}  // namespace laio
