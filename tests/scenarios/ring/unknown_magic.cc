#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("ring/unknown-magic/events-still-arrive",
         "Where an io_context_t is not the address of a known ring, "
         "events come by io_getevents() or init refuses.",
         kAnything)
{
    world.kernel().set_ring({.magic = 0});
    if (world.TryStart()) {
        world.Read(1);
        world.Read(2);
        world.Complete(1);
        world.CompleteLater(2);
        world.PollUntilAllDone();
    }
}

}  // namespace laio
