#include <string>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/max-events/never-exceeded",
         "The kernel never holds more requests than io_setup() was "
         "asked for.",
         kAnything)
{
    world.kernel().set_ring({.nr = 8192});
    world.kernel().set_step_budget(100'000);
    world.Start();
    int most = world.kernel().max_events();
    for (int id = 1; id <= most + 8; id++) {
        world.Read(id);
    }
    world.Expect(static_cast<int>(world.kernel().most_held()) <= most,
                 "the kernel held " +
                     std::to_string(world.kernel().most_held()) + " requests");
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
}

}  // namespace laio
