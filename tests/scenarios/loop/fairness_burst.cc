#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("loop/fairness/kernel-keeps-completing",
         "While the kernel completes a request during every callback, "
         "other handlers of the loop get their turn.",
         kAnything)
{
    constexpr int kRequests = 400;
    constexpr int kFair = 256;
    int in_a_row = 0;
    auto complete_next = [&] {
        if (int next = world.kernel().Oldest()) {
            world.Complete(next);
        }
    };
    for (int id = 1; id <= kRequests; id++) {
        world.CallbackOf(id, [&] {
            world.Expect(++in_a_row <= kFair,
                         "completions leave no turn to another handler");
            complete_next();
        });
        world.Read(id);
    }
    world.EveryTurn([&] {
        in_a_row = 0;
        complete_next();
    });
    world.PollUntilAllDone();
}

}  // namespace laio
