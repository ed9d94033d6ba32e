#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/short-read/zero-filled",
         "A read that the end of the file cuts short succeeds, with "
         "zeros behind the bytes that were read.",
         kAnything)
{
    world.Read(1, 4096);
    world.Read(2, 512);
    world.CompleteShort(1, 1536);
    world.CompleteShort(2, 100);
    world.PollUntilAllDone();
}

}  // namespace laio
