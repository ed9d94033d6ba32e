#include "tests/harness/scenario.h"
#include "tests/scenarios/descriptors.h"

namespace laio {

SCENARIO("lifecycle/repeated/nothing-kept",
         "Init, attach, detach and cleanup leave no AIO context and no "
         "descriptor behind.",
         kDetach)
{
    world.Start();
    world.Cleanup();
    int descriptors = CountDescriptors();
    for (int i = 1; i <= 20; i++) {
        world.Start();
        world.Read(i);
        world.Complete(i);
        world.PollUntil(i);
        world.Cleanup();
    }
    world.Expect(world.kernel().open_contexts() == 0,
                 "a context was left open");
    world.Expect(CountDescriptors() == descriptors,
                 "a descriptor was left open");
}

}  // namespace laio
