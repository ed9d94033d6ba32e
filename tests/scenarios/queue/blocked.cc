#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/blocked/kernel-is-not-asked-again",
         "Once the kernel has no room, it is not asked again before "
         "something completes.",
         kPlug)
{
    world.kernel().set_capacity(2);
    world.Read(1);
    world.Read(2);
    world.Read(3);
    int calls = world.kernel().calls(KernelCall::kSubmit);
    for (int i = 0; i < 50; i++) {
        world.Plug();
        world.Unplug();
    }
    world.Read(4);
    world.Expect(world.kernel().calls(KernelCall::kSubmit) == calls,
                 "io_submit() was called though nothing had completed");
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
}

}  // namespace laio
