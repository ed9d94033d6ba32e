#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("request/unknown-type/others-unharmed",
         "A request of a type that the backend does not know is refused, and "
         "the loop waits for the others all the same.",
         kAnything)
{
    world.Unknown(1);
    world.ExpectError(1);
    world.Read(2);
    world.CompleteLater(2);
    world.WaitUntil(2);
    world.ExpectDone(2, 0);
}

}  // namespace laio
