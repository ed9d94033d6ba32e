#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/took-none/asked-later",
         "An io_submit() that takes no request harms none: they wait "
         "and are sent later.",
         kAnything)
{
    world.kernel().Plan({KernelCall::kSubmit, 2, 0});
    world.Read(1);
    world.Read(2);
    world.Complete(1);
    world.CompleteAllWhenIdle();
    world.PollUntilAllDone();
}

}  // namespace laio
