#include <cerrno>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/refused/released",
         "A request that the kernel refuses is given back, like any "
         "other that has ended.",
         kCallback)
{
    world.kernel().Refuse(1, -EIO);
    world.Read(1);
    world.Read(2);
    world.Complete(2);
    world.PollUntilAllDone();
    world.ExpectError(1);
    world.Expect(world.held_requests() == 0,
                 "the memory of a request that has ended is still held");
}

}  // namespace laio
