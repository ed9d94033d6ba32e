// For the tests of loops that sleep where requests end: a disk whose requests
// end when the test says so, on the kernel itself. They are polls of eventfds.

#ifndef UTIL_LINUX_AIO_SLEEP_FIXTURE_H
#define UTIL_LINUX_AIO_SLEEP_FIXTURE_H

#include <deque>
#include <utility>

#include "util/fdmon_linux_aio.h"
#include "util/loop_fixture.h"

// What a backend is to the loop, without a ring: events are fetched.
class Disk {
 public:
    static constexpr int kRequests = 8;

    // False where the kernel has no AIO.
    bool Open()
    {
        if (io_setup(kRequests + 1, &sleep.ctx) != 0) {
            return false;
        }
        event_notifier_init(&notifier, false);
        sleep.notifier = &notifier;
        sleep.has_events = [](LinuxAioSleep *s) { return Of(s)->Look(); };
        sleep.take_event = [](LinuxAioSleep *s, const io_event *event) {
            return Of(s)->Take(*event);
        };
        sleep.disk = this;
        return true;
    }
    ~Disk()
    {
        if (loop) {
            Detach();
        }
        io_destroy(sleep.ctx);
        for (Request &request : requests) {
            event_notifier_cleanup(&request.file);
        }
        event_notifier_cleanup(&notifier);
    }

    void Attach(AioContext *ctx)
    {
        loop = ctx;
        aio_set_event_notifier(ctx, &notifier, Ready, NeverAsked, Ready);
        aio_add_linux_aio(ctx, &sleep);
    }
    void Detach()
    {
        aio_remove_linux_aio(loop, &sleep);
        aio_set_event_notifier(loop, &notifier, nullptr);
        loop = nullptr;
    }

    // Starts a request that ends once it is finished.
    void Submit()
    {
        Request &request = requests.emplace_back();
        iocb *iocb = &request.iocb;
        event_notifier_init(&request.file, false);
        io_prep_poll(iocb, event_notifier_get_fd(&request.file), POLLIN);
        iocb->data = &request;
        if (sleep.may_be_silent) {
            sleep.silent++;
        } else {
            io_set_eventfd(iocb, event_notifier_get_fd(&notifier));
        }
        ASSERT_EQ(io_kernel_real()->submit(sleep.ctx, 1, &iocb), 1);
    }
    void Finish(size_t nth = 0) { event_notifier_set(&requests[nth].file); }
    // The kernel signals the end of a poll from a thread of its own.
    void AwaitSignal()
    {
        pollfd fd = {event_notifier_get_fd(&notifier), POLLIN, 0};
        ASSERT_EQ(poll(&fd, 1, -1), 1);
    }

    struct Sleep : LinuxAioSleep {
        Disk *disk;
    };

    Sleep sleep = {};
    int done = 0;
    AioContext *loop = nullptr;

 private:
    struct Request {
        EventNotifier file;
        struct iocb iocb = {};
    };

    static Disk *Of(LinuxAioSleep *s) { return static_cast<Sleep *>(s)->disk; }
    static bool NeverAsked(void *) { return false; }
    static void Ready(EventNotifier *notifier)
    {
        Disk *disk = static_cast<Notifier *>(notifier)->disk;
        event_notifier_test_and_clear(notifier);
        disk->Look();
        disk->done += std::exchange(disk->ended, 0);
    }

    bool Look()
    {
        struct timespec zero = {};
        io_event event;
        while (io_kernel_real()->getevents(sleep.ctx, 0, 1, &event, &zero) ==
               1) {
            if (!Take(event)) {
                aio_stray_event(&sleep, &event);
            }
        }
        return ended > 0;
    }

    bool Take(const io_event &event)
    {
        for (Request &request : requests) {
            if (event.data == &request) {
                sleep.silent -= !(request.iocb.u.c.flags & 1);
                ended++;
                return true;
            }
        }
        return false;
    }

    struct Notifier : EventNotifier {
        Disk *disk;
    };

    Notifier notifier = {{-1, -1, false}, this};
    std::deque<Request> requests;
    int ended = 0;  // and nobody was told yet
};

class LinuxAioSleepTest : public LoopTest {
 protected:
    void SetUp() override
    {
        if (!disk.Open()) {
            GTEST_SKIP() << "no kernel AIO here";
        }
        disk.Attach(ctx);
    }
    void TearDown() override
    {
        if (disk.loop) {
            disk.Detach();
        }
    }

    // Finishes the request when the loop sleeps, and turns once.
    void FinishAsleep()
    {
        kernel.on_sleep = [this] { disk.Finish(); };
        PollBlocking();
        kernel.on_sleep = nullptr;
    }

    Disk disk;
};

#endif  // UTIL_LINUX_AIO_SLEEP_FIXTURE_H
