#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("loop/main-context/requests-of-before",
         "When a GMainContext begins to drive the loop, requests that are "
         "under way complete in its turns, and in those of the loop.",
         kAnything)
{
    world.Read(1);
    world.Read(2);
    world.GlibTurn();
    world.Read(3);
    world.Complete(1);
    world.Complete(3);
    constexpr int kTurns = 3;  // a handler may leave the work to another turn
    for (int i = 0; i < kTurns; i++) {
        world.GlibTurn();
    }
    world.ExpectDone(1, 0);
    world.ExpectDone(3, 0);
    world.CompleteLater(2);
    world.PollUntil(2);
}

}  // namespace laio
