#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/short-write/fails",
         "A write that finds no room for all its bytes fails.",
         kAnything)
{
    world.Write(1, 4096);
    world.Write(2);
    world.CompleteShort(1, 512);
    world.CompleteShort(2, 0);
    world.PollUntilAllDone();
    world.ExpectError(1);
    world.ExpectError(2);
}

}  // namespace laio
