#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("loop/wake-up/blocked-loop-hears-of-it",
         "A loop that sleeps is woken by every completion, also by "
         "those that come one by one.",
         kAnything)
{
    for (int id = 1; id <= 3; id++) {
        world.Read(id);
        world.CompleteLater(id);
    }
    for (int id = 1; id <= 3; id++) {
        world.PollUntil(id);
        world.ExpectDone(id, 0);
    }
}

}  // namespace laio
