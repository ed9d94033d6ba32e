#include <vector>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/order/first-come-first-served",
         "The kernel gets requests in the order of their submission, "
         "also those that waited.",
         kAnything)
{
    world.kernel().set_capacity(3);
    for (int id = 1; id <= 6; id++) {
        world.Read(id);
    }
    world.Complete(2);
    world.Poll();
    world.Read(7);
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
    world.Expect(
        world.kernel().taken() == std::vector<int>({1, 2, 3, 4, 5, 6, 7}),
        "the kernel got the requests in another order");
}

}  // namespace laio
