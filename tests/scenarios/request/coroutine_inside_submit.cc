#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/coroutine/done-inside-submit",
         "A coroutine whose request is done before io_submit() returns "
         "goes on once and gets the result.",
         kCoroutine)
{
    world.CompleteInsideSubmit(1);
    world.CoRead(1);
    world.PollUntil(1);
    world.ExpectDone(1, 0);
}

}  // namespace laio
