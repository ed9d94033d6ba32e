#include "qemu/coroutine_int.h"
#include "util/loop_fixture.h"

namespace {

class CoSleepTest : public LoopTest {
 protected:
    CoSleepTest() { qemu_set_current_aio_context(ctx); }
    ~CoSleepTest() override { qemu_set_current_aio_context(nullptr); }

    void SleepInCoroutine()
    {
        qemu_coroutine_enter(qemu_coroutine_create(Sleep, this));
    }
    static void coroutine_fn Sleep(void *opaque)
    {
        auto *self = static_cast<CoSleepTest *>(opaque);
        qemu_co_sleep_ns_wakeable(&self->sleep, QEMU_CLOCK_REALTIME, 100);
        self->over = true;
    }
    QemuCoSleep sleep = {};
    bool over = false;
};

TEST_F(CoSleepTest, GoesOnWhenTheTimeIsOver)
{
    SleepInCoroutine();
    kernel.now_ns += 99;
    Poll();
    EXPECT_FALSE(over);
    kernel.now_ns += 1;
    Poll();
    EXPECT_TRUE(over);
}

TEST_F(CoSleepTest, WakeEndsItAndItsTimer)
{
    SleepInCoroutine();
    qemu_co_sleep_wake(&sleep);
    EXPECT_TRUE(over);
    kernel.now_ns += 100;
    EXPECT_FALSE(Poll());
}

TEST_F(CoSleepTest, WakeOfNobodyDoesNothing)
{
    qemu_co_sleep_wake(&sleep);
    EXPECT_FALSE(over);
}

}  // namespace
