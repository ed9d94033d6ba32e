#include <algorithm>
#include <vector>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("ring/wrap/every-event",
         "Events are delivered in their order, each once, wherever the "
         "ring wraps.",
         kAnything)
{
    world.kernel().set_ring({.nr = 5, .start = 3});
    std::vector<int> order;
    for (int round = 0; round < 8; round++) {
        for (int id = 3 * round + 1; id <= 3 * round + 3; id++) {
            world.CallbackOf(id, [&order, id] { order.push_back(id); });
            world.Read(id);
        }
        for (int id = 3 * round + 1; id <= 3 * round + 3; id++) {
            world.Complete(id);
        }
        world.PollUntilAllDone();
    }
    world.Expect(order.size() == 24 &&
                     std::is_sorted(order.begin(), order.end()),
                 "the callbacks did not run in the order of the events");
}

}  // namespace laio
