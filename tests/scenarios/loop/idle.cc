#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("loop/idle/costs-nothing",
         "Once everything is done, turns of the loop make no system "
         "call, run nothing and report no progress.",
         kAnything)
{
    world.Read(1);
    world.Read(2);
    world.Complete(1);
    world.Complete(2);
    world.PollUntilAllDone();
    int calls = world.kernel().all_calls();
    int bhs = world.bh_count();
    for (int i = 0; i < 5; i++) {
        world.Poll();
        world.Expect(!world.progress(), "an idle turn reports progress");
    }
    world.Expect(world.bh_count() == bhs, "an idle turn runs a bottom half");
    world.Expect(world.kernel().all_calls() == calls,
                 "an idle turn makes a system call");
}

}  // namespace laio
