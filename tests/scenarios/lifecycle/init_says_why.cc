#include <cerrno>
#include <cstring>

#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("lifecycle/init-fails/says-why",
         "When init fails, whoever starts the guest is told what the "
         "kernel said.",
         kDetach)
{
    world.kernel().Plan({KernelCall::kSetup, 1, -EAGAIN});
    world.Expect(!world.TryStart(), "laio_init() succeeded without a context");
    world.Expect(world.refusal().find(strerror(EAGAIN)) != std::string::npos,
                 "it says: " + world.refusal());
}

}  // namespace laio
