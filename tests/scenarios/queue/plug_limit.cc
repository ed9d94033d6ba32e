#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/plug/not-without-limit",
         "A plug does not hold back requests without limit: a long batch "
         "is sent in parts, so that the kernel can begin.",
         kPlug)
{
    constexpr int kRequests = 48;
    world.Plug();
    for (int id = 1; id <= kRequests; id++) {
        world.Read(id);
    }
    world.Expect(world.kernel().calls(KernelCall::kSubmit) > 0,
                 "all 48 requests wait for the unplug");
    world.Unplug();
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
}

}  // namespace laio
