#include <cerrno>

#include "tests/harness/scenario.h"
#include "tests/scenarios/descriptors.h"

namespace laio {

SCENARIO("lifecycle/init-fails/nothing-kept",
         "When the kernel has no AIO context left, init returns NULL "
         "and keeps no descriptor.",
         kDetach)
{
    world.kernel().Plan({KernelCall::kSetup, 1, -EAGAIN});
    int descriptors = CountDescriptors();
    world.Expect(!world.TryStart(), "laio_init() succeeded without a context");
    world.Expect(CountDescriptors() == descriptors,
                 "a descriptor was left open");
}

}  // namespace laio
