#include "tests/harness/scenario.h"
#include "tests/scenarios/interrupted_read.h"

namespace laio {

SCENARIO("loop/interrupted/read-again",
         "When a signal interrupts the reading of the eventfd, it is read "
         "again in the same turn of the loop.",
         kAnything)
{
    // Nothing else makes a subject read one that knows better.
    world.EnterGlib();
    world.Read(1);
    world.Complete(1);
    InterruptNextRead();
    world.Poll();
    world.Expect(ReadWasRepeated(), "the eventfd was not read again");
    world.PollUntil(1);
}

}  // namespace laio
