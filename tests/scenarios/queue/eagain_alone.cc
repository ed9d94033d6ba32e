#include <cerrno>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/eagain/retried-with-none-in-flight",
         "A request that the kernel had no room for is sent later even "
         "when no completion will come before.",
         kAnything)
{
    world.kernel().Plan({KernelCall::kSubmit, 1, -EAGAIN});
    world.CompleteAllWhenIdle();
    world.Read(1);
    world.PollUntil(1);
    world.ExpectDone(1, 0);
}

}  // namespace laio
