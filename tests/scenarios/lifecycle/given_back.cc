#include "tests/harness/scenario.h"
#include "tests/scenarios/descriptors.h"

namespace laio {

SCENARIO("lifecycle/given-back/no-descriptor-left",
         "What init opens can be closed again, however often disks come "
         "and go.",
         kAnything)
{
    world.Start();
    world.Cleanup();
    int descriptors = CountDescriptors();
    for (int i = 1; i <= 5; i++) {
        world.Start();
        world.Cleanup();
    }
    world.Expect(CountDescriptors() == descriptors,
                 "a descriptor was left open");
}

}  // namespace laio
