#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("ring/no-address/events-still-arrive",
         "Where an io_context_t is a number and no address, events come "
         "by io_getevents() or init refuses.",
         kAnything)
{
    world.kernel().set_ring({.mapped = false});
    if (world.TryStart()) {
        world.Read(1);
        world.Complete(1);
        world.PollUntil(1);
    }
}

}  // namespace laio
