#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("cancel/at-once/released",
         "A cancelled request is given back: the backend keeps no "
         "reference to it.",
         kCancel)
{
    world.kernel().Plan({KernelCall::kCancel, 1, 0});
    world.Read(1);
    world.Cancel(1);
    world.PollUntil(1);
    world.Expect(world.IsReleased(1), "request 1 was never released");
}

}  // namespace laio
