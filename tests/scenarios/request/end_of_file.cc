#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/end-of-file/zeros",
         "A read behind the end of the file succeeds and brings zeros.",
         kAnything)
{
    world.Read(1, 2048);
    world.Complete(1, 0);
    world.PollUntil(1);
}

}  // namespace laio
