#include "tests/harness/scenario.h"

extern "C" {
#include "qemu/event_notifier.h"
}

namespace laio {

SCENARIO("lifecycle/cleaned-up-while-attached/nothing-runs",
         "A state that is cleaned up while it is still attached leaves "
         "nothing behind that the loop would run.",
         kDetach)
{
    EventNotifier other;

    world.Read(1);
    world.Complete(1);
    world.PollUntil(1);
    world.CleanupAttached();
    // Most likely the descriptor that the state has closed.
    world.Expect(event_notifier_init(&other, 1) == 0, "no descriptor is left");
    const int handlers = world.handler_count();
    aio_poll(world.context(), false);
    world.Expect(world.handler_count() == handlers,
                 "a handler of the state that is gone was called");
    event_notifier_cleanup(&other);
}

}  // namespace laio
