#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("ring/known/no-system-call",
         "Where the ring is known, events are taken out of it without a "
         "system call.",
         kAnything)
{
    for (int id = 1; id <= 4; id++) {
        world.Read(id);
        world.Complete(id);
        world.PollUntil(id);
    }
    world.Expect(world.kernel().calls(KernelCall::kGetevents) == 0,
                 "io_getevents() was called");
}

}  // namespace laio
