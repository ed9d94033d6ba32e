#include <vector>

#include "tests/harness/scenario.h"
#include "tests/harness/second_thread.h"

namespace laio {

namespace {

// As a home thread does: with the lock, unless the subject takes it itself.
void PollUntilDone(World *world, int id)
{
    bool locks = world->traits().locks_context;
    while (!world->IsDone(id)) {
        if (!locks) {
            aio_context_acquire(world->context());
        }
        world->PollBlocking();
        if (!locks) {
            aio_context_release(world->context());
        }
    }
}

}  // namespace

SCENARIO("loop/locked-elsewhere/nothing-completes",
         "While another thread holds the context's lock, no request "
         "completes and no request's memory changes.",
         kAnything)
{
    SecondThread other;
    bool locked = true;
    auto expect_unlocked = [&] {
        world.Expect(!locked, "a request completed while another thread "
                              "held the lock of the context");
    };
    world.CallbackOf(1, expect_unlocked);
    world.CallbackOf(2, expect_unlocked);
    world.Read(1);
    world.Read(2);
    // Zeros behind a short read are written before the callback.
    if (world.traits().locks_context) {
        world.CompleteShort(1, 100);
    } else {
        world.Complete(1);
    }
    world.Complete(2);
    std::vector<unsigned char> before = world.Request(1)->Data();
    other.Run([&] { aio_context_acquire(world.context()); });
    world.OnLockWait([&] {
        world.Expect(world.Request(1)->Data() == before,
                     "the memory of request 1 changed while another thread "
                     "held the lock of the context");
        locked = false;
        other.Run([&] { aio_context_release(world.context()); });
    });
    PollUntilDone(&world, 1);
    PollUntilDone(&world, 2);
}

}  // namespace laio
