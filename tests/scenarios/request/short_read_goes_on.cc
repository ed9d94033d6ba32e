#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/short-read/rest-is-read",
         "A read that is cut short before the end of the file goes on: the "
         "rest is read too, not zeroed.",
         kAnything)
{
    world.Read(1, 4096);
    world.Complete(1, 1024);
    world.Poll();
    world.Expect(world.kernel().InFlight(1),
                 "the kernel was not asked for the rest");
    world.Complete(1, 3072);
    world.PollUntil(1);
    world.ExpectDone(1, 0);
}

}  // namespace laio
