#include <vector>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/plug/sent-after-a-completion",
         "A batch that ends while the kernel has no room is sent after "
         "the next completion.",
         kPlug)
{
    world.kernel().set_capacity(1);
    world.Read(1);
    world.Plug();
    world.Read(2);
    world.Unplug();
    world.Read(3);
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
    world.Expect(world.kernel().taken() == std::vector<int>({1, 2, 3}),
                 "the kernel got the requests in another order");
}

}  // namespace laio
