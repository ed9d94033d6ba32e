#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("lifecycle/reattached-in-callback/goes-on",
         "A callback may detach and attach again: the events behind "
         "its own are delivered, each once.",
         kDetach)
{
    world.Read(1);
    world.Read(2);
    world.Read(3);
    world.CallbackOf(1, [&] {
        world.Detach();
        world.Attach();
    });
    world.Complete(1);
    world.Complete(2);
    world.PollUntil(1);
    world.PollUntil(2);
    world.CompleteLater(3);
    world.PollUntilAllDone();
}

}  // namespace laio
