#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("ring/incompatible-feature/events-still-arrive",
         "A ring with an incompatible feature is not read: events come "
         "by io_getevents() or init refuses.",
         kAnything)
{
    world.kernel().set_ring({.incompat = 1});
    if (world.TryStart()) {
        world.Read(1);
        world.Complete(1);
        world.PollUntil(1);
    }
}

}  // namespace laio
