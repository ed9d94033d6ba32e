#include <functional>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("loop/fairness/others-get-their-turn",
         "However fast requests complete, other handlers of the loop "
         "get their turn.",
         kCallback)
{
    constexpr int kRequests = 400;
    constexpr int kFair = 256;
    int in_a_row = 0;
    world.EveryTurn([&] { in_a_row = 0; });
    std::function<void(int)> submit = [&](int id) {
        world.CallbackOf(id, [&, id] {
            world.Expect(++in_a_row <= kFair,
                         "completions leave no turn to another handler");
            if (id < kRequests) {
                submit(id + 1);
            }
        });
        world.CompleteInsideSubmit(id);
        world.Read(id);
    };
    submit(1);
    for (int id = 1; id <= kRequests; id++) {
        world.PollUntil(id);
    }
}

}  // namespace laio
