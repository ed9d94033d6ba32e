#include "tests/harness/scenario.h"

namespace laio {

namespace {

void CountRun(void *opaque)
{
    ++*static_cast<int *>(opaque);
}

}  // namespace

SCENARIO("loop/notified/while-requests-are-under-way",
         "A loop that sleeps while a request is under way runs each bottom "
         "half that is scheduled meanwhile.",
         kAnything)
{
    int runs = 0;
    world.Read(1);
    for (int i = 1; i <= 3; i++) {
        world.kernel().Later([&] {
            aio_bh_schedule_oneshot(world.context(), CountRun, &runs);
        });
        while (runs < i) {
            world.PollBlocking();
        }
    }
    world.ExpectNotDone(1);
    world.Complete(1);
    world.PollUntil(1);
}

}  // namespace laio
