#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/short-write/fails",
         "A write that finds no room for all its bytes fails.",
         kAnything)
{
    world.Write(1, 4096);
    world.CompleteShort(1, 512);
    world.PollUntil(1);
    world.ExpectError(1);
}

}  // namespace laio
