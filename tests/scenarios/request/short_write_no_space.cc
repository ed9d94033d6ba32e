#include <cerrno>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/short-write/no-space",
         "A write that is cut short because the disk is full fails with "
         "ENOSPC: the guest is stopped, not told of a bad request.",
         kAnything)
{
    world.Write(1, 4096);
    world.Write(2);
    world.CompleteShort(1, 512);
    world.CompleteShort(2, 0);
    world.PollUntilAllDone();
    world.ExpectDone(1, -ENOSPC);
    world.ExpectDone(2, -ENOSPC);
}

}  // namespace laio
