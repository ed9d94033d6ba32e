#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("ring/tail-moves/in-a-callback",
         "Events that the kernel adds while a callback runs are "
         "delivered too, after those before them.",
         kAnything)
{
    world.kernel().set_ring({.nr = 4, .start = 2});
    world.Read(1);
    world.Read(2);
    world.Read(3);
    world.CallbackOf(1, [&] {
        world.Complete(2);
        world.Complete(3);
    });
    world.CallbackOf(3, [&] { world.ExpectDone(2); });
    world.Complete(1);
    world.PollUntilAllDone();
}

}  // namespace laio
