#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/plug/one-call",
         "Requests submitted between plug and unplug go to the kernel "
         "together, in one call.",
         kPlug)
{
    world.Plug();
    for (int id = 1; id <= 4; id++) {
        world.Read(id);
    }
    world.Expect(world.kernel().calls(KernelCall::kSubmit) == 0,
                 "a request was sent before the unplug");
    world.Unplug();
    world.Expect(world.kernel().largest_batch() == 4,
                 "the batch was not sent as one");
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
}

}  // namespace laio
