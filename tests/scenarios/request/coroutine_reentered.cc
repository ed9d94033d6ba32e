#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/coroutine/never-entered-twice",
         "A coroutine that is submitting is not entered when its "
         "request completes meanwhile; it finds the result.",
         kCoroutine)
{
    world.CoRead(2);
    world.Complete(2);
    world.CallbackOf(2, [&] { world.CoRead(3); });
    world.kernel().AfterTaking(3, [&] { world.Complete(1); });
    world.CoRead(1);
    world.PollUntil(1);
    world.Complete(3);
    world.PollUntilAllDone();
}

}  // namespace laio
