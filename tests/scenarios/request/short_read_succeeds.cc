#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/short-read/succeeds-with-zero",
         "A read that the end of the file cuts short says 0, as every "
         "request that succeeds.",
         kAnything)
{
    world.Read(1, 4096);
    world.Read(2, 4096);
    world.CompleteShort(1, 1536);
    world.Complete(2);
    world.PollUntilAllDone();
    world.ExpectDone(1, 0);
    world.ExpectDone(2, 0);
}

}  // namespace laio
