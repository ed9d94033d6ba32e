#include "tests/harness/scenario.h"
#include "tests/programs/player.h"

namespace laio {

SCENARIO("request/coroutine-refused/woken-once",
         "A coroutine whose request the kernel refuses goes on once: "
         "nothing of it is left when it is gone.",
         kCoroutine)
{
    PlayText(world, "ring 8; einval; co_read 1; poll; co_read 1;");
}

}  // namespace laio
