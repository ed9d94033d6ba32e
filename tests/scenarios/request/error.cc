#include <cerrno>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/error/passed-on",
         "An error that the kernel reports for a request is its "
         "result, and of no other request.",
         kAnything)
{
    world.Read(1);
    world.Write(2);
    world.Read(3);
    world.Complete(1);
    world.Complete(2, -EIO);
    world.Complete(3);
    world.PollUntilAllDone();
    world.ExpectDone(1, 0);
    world.ExpectDone(2, -EIO);
    world.ExpectDone(3, 0);
}

}  // namespace laio
