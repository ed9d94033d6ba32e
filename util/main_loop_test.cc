#include "qemu/main-loop.h"

#include <thread>

#include "util/loop_fixture.h"

namespace {

// A request of before 2012: an eventfd and a count of those in flight.
struct Device {
    EventNotifier e;
    int in_flight = 0;

    Device() { event_notifier_init(&e, false); }
    ~Device() { event_notifier_cleanup(&e); }

    static void Read(void *opaque)
    {
        auto *device = static_cast<Device *>(opaque);
        event_notifier_test_and_clear(&device->e);
        device->in_flight--;
    }
    static int Flush(void *opaque)
    {
        return static_cast<Device *>(opaque)->in_flight > 0;
    }
    static void ReadNotifier(EventNotifier *e)
    {
        Read(container_of(e, Device, e));
    }
    static int FlushNotifier(EventNotifier *e)
    {
        return Flush(container_of(e, Device, e));
    }
};

class MainLoopTest : public testing::Test {
 protected:
    MainLoopTest() { io_kernel_replace(&kernel); }
    ~MainLoopTest() override
    {
        qemu_aio_context_cleanup();
        io_kernel_replace(nullptr);
    }
    WakefulKernel kernel;
    Device device;
};

TEST_F(MainLoopTest, WaitDoesNotSleepWhenNothingIsInFlight)
{
    qemu_aio_set_fd_handler(event_notifier_get_fd(&device.e), Device::Read,
                            nullptr, Device::Flush, &device);
    EXPECT_FALSE(qemu_aio_wait());
    EXPECT_EQ(kernel.sleeps, 0);
}

TEST_F(MainLoopTest, WaitSleepsForWhatIsInFlight)
{
    qemu_aio_set_fd_handler(event_notifier_get_fd(&device.e), Device::Read,
                            nullptr, Device::Flush, &device);
    device.in_flight = 1;
    kernel.on_sleep = [&] { event_notifier_set(&device.e); };
    EXPECT_TRUE(qemu_aio_wait());
    EXPECT_EQ(kernel.sleeps, 1);
    EXPECT_EQ(device.in_flight, 0);
}

TEST_F(MainLoopTest, FlushPollsUntilNothingIsInFlight)
{
    qemu_aio_set_event_notifier(&device.e, Device::ReadNotifier,
                                Device::FlushNotifier);
    device.in_flight = 3;
    kernel.on_sleep = [&] { event_notifier_set(&device.e); };
    qemu_aio_flush();
    EXPECT_EQ(device.in_flight, 0);
}

TEST_F(MainLoopTest, WithoutFlushCallbacksWaitAlwaysSleeps)
{
    qemu_aio_set_event_notifier(&device.e, Device::ReadNotifier);
    qemu_aio_wait();
    EXPECT_EQ(kernel.sleeps, 1);
    qemu_aio_set_event_notifier(&device.e, nullptr);
}

TEST_F(MainLoopTest, MainContextIsTheInitialThreadsAndNoOthers)
{
    AioContext *elsewhere = nullptr;

    EXPECT_EQ(qemu_get_current_aio_context(), qemu_get_aio_context());
    std::thread([&] { elsewhere = qemu_get_current_aio_context(); }).join();
    EXPECT_EQ(elsewhere, nullptr);
}

}  // namespace
