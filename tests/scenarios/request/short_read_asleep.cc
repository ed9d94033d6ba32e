#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/short-read/while-the-loop-sleeps",
         "A read of which a part comes while the loop sleeps completes once, "
         "by whatever comes next.",
         kAnything)
{
    world.Read(1, 1024);
    world.kernel().Later([&] { world.CompleteShort(1, 512); });
    world.PollUntil(1);
    world.ExpectDone(1);
    world.Read(2);
    world.CompleteLater(2);
    world.PollUntil(2);
    world.ExpectDone(2, 0);
}

}  // namespace laio
