#include <cerrno>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/refused/others-unharmed",
         "A request that the kernel refuses ends with its error, and "
         "the others of its batch go on.",
         kPlug)
{
    world.kernel().Refuse(2, -EINVAL);
    world.Read(1);
    world.Plug();
    world.Read(2);
    world.Read(3);
    world.Unplug();
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
    world.ExpectError(2);
    world.ExpectDone(1, 0);
    world.ExpectDone(3, 0);
}

}  // namespace laio
