#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("ring/tiny/all-pass-through",
         "A ring with two usable slots lets any number of requests "
         "through, one after the other.",
         kAnything)
{
    world.kernel().set_ring({.nr = 3, .start = 1});
    world.CompleteAllWhenIdle();
    for (int id = 1; id <= 20; id++) {
        world.Read(id);
    }
    world.PollUntilAllDone();
    world.Expect(world.kernel().most_held() <= 2, "the ring had no such slot");
}

}  // namespace laio
