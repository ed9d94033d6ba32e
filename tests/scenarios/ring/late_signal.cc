#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("ring/late-signal/each-event-once",
         "An event whose eventfd is signalled late is delivered once, "
         "and the signal alone delivers nothing.",
         kAnything)
{
    world.Read(1);
    world.Read(2);
    world.CompleteWithoutSignal(1);
    world.Complete(2);
    world.PollUntilAllDone();
    world.kernel().Signal(1);
    world.Poll();
    world.Poll();
}

}  // namespace laio
