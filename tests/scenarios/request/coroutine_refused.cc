#include <cerrno>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/coroutine/refused",
         "A coroutine whose request the kernel refuses goes on once "
         "and gets the error.",
         kCoroutine)
{
    world.kernel().Refuse(1, -EINVAL);
    world.CoRead(1);
    world.PollUntil(1);
    world.ExpectDone(1, -EINVAL);
}

}  // namespace laio
