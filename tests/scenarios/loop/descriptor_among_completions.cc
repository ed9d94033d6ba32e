#include "tests/harness/scenario.h"
#include "tests/scenarios/counted_notifier.h"

namespace laio {

SCENARIO("loop/descriptor/among-completions",
         "A descriptor that becomes ready among completions is heard of, and "
         "so is the next time it does.",
         kAnything)
{
    world.Start();
    CountedNotifier notifier(world.context());
    world.Read(1);
    world.CompleteLater(1);
    world.PollUntil(1);
    notifier.Set();
    world.Read(2);
    world.Complete(2);
    world.PollUntil(2);
    while (notifier.clears() < 1) {
        world.PollBlocking();
    }
    world.Read(3);
    world.kernel().Later([&] { notifier.Set(); });
    while (notifier.clears() < 2) {
        world.PollBlocking();
    }
    world.Complete(3);
    world.PollUntil(3);
}

}  // namespace laio
