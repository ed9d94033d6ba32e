#include <vector>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/partial-submit/rest-follows",
         "When the kernel takes only some requests of a batch, the "
         "others wait and are sent in order.",
         kPlug)
{
    world.kernel().Plan({KernelCall::kSubmit, 1, 2});
    world.Plug();
    for (int id = 1; id <= 5; id++) {
        world.Write(id);
    }
    world.Unplug();
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
    world.Expect(world.kernel().taken() == std::vector<int>({1, 2, 3, 4, 5}),
                 "the kernel got the requests in another order");
}

}  // namespace laio
