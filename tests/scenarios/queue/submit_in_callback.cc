#include "tests/harness/scenario.h"

namespace laio {

SCENARIO("queue/submit-in-callback/sent",
         "A request submitted in a callback is sent, though nothing "
         "else is in flight.",
         kAnything)
{
    world.CallbackOf(1, [&] { world.Read(2); });
    world.CallbackOf(2, [&] { world.Write(3); });
    world.Read(1);
    world.CompleteAllWhenIdle();
    world.PollUntil(1);
    world.PollUntil(2);
    world.PollUntil(3);
}

}  // namespace laio
