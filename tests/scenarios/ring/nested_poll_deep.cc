#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("ring/nested-poll/three-deep",
         "Nested polls may nest: each callback waits for the next "
         "request, three deep.",
         kNestedPoll)
{
    world.kernel().set_ring({.nr = 6, .start = 4});
    for (int id = 1; id <= 4; id++) {
        world.Read(id);
    }
    for (int id = 1; id <= 3; id++) {
        world.CallbackOf(id, [&world, id] { world.PollUntil(id + 1); });
    }
    for (int id = 1; id <= 4; id++) {
        world.Complete(id);
    }
    world.PollUntilAllDone();
}

}  // namespace laio
