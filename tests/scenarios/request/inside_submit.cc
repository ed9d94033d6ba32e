#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/done-inside-submit/once",
         "A request that is done before io_submit() returns completes "
         "once, like any other.",
         kAnything)
{
    for (int id = 1; id <= 3; id++) {
        world.CompleteInsideSubmit(id);
        world.Read(id);
    }
    world.PollUntilAllDone();
}

}  // namespace laio
