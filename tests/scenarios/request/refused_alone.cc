#include <cerrno>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/refused/rest-of-batch-is-sent",
         "When the first request of a batch is refused and nothing is "
         "in flight, the rest is sent all the same.",
         kPlug)
{
    world.kernel().Refuse(1, -EBADF);
    world.Plug();
    world.Read(1);
    world.Read(2);
    world.Unplug();
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
    world.ExpectError(1);
    world.ExpectDone(2, 0);
}

}  // namespace laio
