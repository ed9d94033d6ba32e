#include "tests/harness/scenario.h"
#include "tests/scenarios/counted_notifier.h"

namespace laio {

SCENARIO("loop/descriptor/while-requests-are-under-way",
         "A loop that sleeps while a request is under way calls the handlers "
         "of other descriptors, each time one becomes ready.",
         kAnything)
{
    world.Start();
    CountedNotifier notifier(world.context());
    world.Read(1);
    for (int times = 1; times <= 3; times++) {
        world.kernel().Later([&] { notifier.Set(); });
        while (notifier.clears() < times) {
            world.PollBlocking();
        }
    }
    world.ExpectNotDone(1);
    world.Complete(1);
    world.PollUntil(1);
}

}  // namespace laio
