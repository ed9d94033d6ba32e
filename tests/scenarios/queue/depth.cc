#include <string>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/depth/many-devices-share-it",
         "The kernel is given hundreds of requests at once: all the disks "
         "of a thread share one context.",
         kAnything)
{
    constexpr int kRequests = 600;
    world.kernel().set_ring({.nr = 2048});
    world.kernel().set_step_budget(100'000);
    for (int id = 1; id <= kRequests; id++) {
        world.Read(id);
    }
    world.Expect(world.kernel().most_held() == kRequests,
                 "the kernel held no more than " +
                     std::to_string(world.kernel().most_held()));
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
}

}  // namespace laio
