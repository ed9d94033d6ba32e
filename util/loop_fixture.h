// What the tests of the loop share: a context, a kernel that never sleeps, and
// bottom halves and notifiers with std::functions in them.

#ifndef UTIL_LOOP_FIXTURE_H
#define UTIL_LOOP_FIXTURE_H

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "block/aio.h"
#include "qapi/error.h"
#include "util/io_kernel.h"

// Looks, and where it would sleep runs `on_sleep` and looks again. Its clocks
// stand still, except that they go on by the time of a sleep.
class WakefulKernel : public IoKernel {
 public:
    int sleeps = 0;
    int polls = 0;
    int fetches = 0;
    int poll_result = 0;  // of the loop's own IOCB_CMD_POLL, unless 0
    int cancels = 0;
    unsigned last_nfds = 0;
    int64_t last_timeout_ns = 0;
    int64_t now_ns = 1000000000;
    std::function<void()> on_sleep;

    int setup(int max_events, io_context_t *ctx) override
    {
        return io_kernel_real()->setup(max_events, ctx);
    }
    int submit(io_context_t ctx, long nr, struct iocb **iocbs) override
    {
        if (poll_result != 0 && iocbs[0]->aio_lio_opcode == IO_CMD_POLL) {
            return poll_result;
        }
        return io_kernel_real()->submit(ctx, nr, iocbs);
    }
    int getevents(io_context_t ctx, long min_nr, long nr,
                  struct io_event *events, struct timespec *timeout) override
    {
        const bool may_sleep = !timeout || timeout->tv_sec || timeout->tv_nsec;
        struct timespec zero = {};
        fetches++;
        int count = io_kernel_real()->getevents(ctx, 0, nr, events, &zero);
        if (count != 0 || min_nr == 0 || !may_sleep) {
            return count;
        }
        Sleep(timeout ? timeout->tv_sec * 1000000000 + timeout->tv_nsec : -1);
        return io_kernel_real()->getevents(ctx, 0, nr, events, &zero);
    }
    int cancel(io_context_t ctx, struct iocb *iocb,
               struct io_event *event) override
    {
        cancels++;
        return io_kernel_real()->cancel(ctx, iocb, event);
    }
    int destroy(io_context_t ctx) override
    {
        return io_kernel_real()->destroy(ctx);
    }
    int poll(struct pollfd *fds, unsigned nfds, int64_t timeout_ns) override
    {
        polls++;
        last_nfds = nfds;
        last_timeout_ns = timeout_ns;
        int ready = io_kernel_real()->poll(fds, nfds, 0);
        if (ready != 0 || timeout_ns == 0) {
            return ready;
        }
        Sleep(timeout_ns);
        return io_kernel_real()->poll(fds, nfds, 0);
    }
    int64_t clock_ns(clockid_t) override { return now_ns; }

 private:
    void Sleep(int64_t timeout_ns)
    {
        last_timeout_ns = timeout_ns;
        sleeps++;
        now_ns += timeout_ns > 0 ? timeout_ns : 0;
        if (on_sleep) {
            on_sleep();
        }
    }
};

class LoopTest : public testing::Test {
 protected:
    LoopTest() { io_kernel_replace(&kernel); }
    ~LoopTest() override
    {
        aio_context_unref(ctx);
        io_kernel_replace(nullptr);
    }

    bool Poll() { return aio_poll(ctx, false); }
    bool PollBlocking() { return aio_poll(ctx, true); }

    WakefulKernel kernel;
    AioContext *ctx = aio_context_new(&error_abort);
};

// A bottom half that runs a function and counts.
class CountingBh {
 public:
    explicit CountingBh(AioContext *ctx, std::function<void()> fn = {})
        : fn_(std::move(fn)), bh_(aio_bh_new(ctx, Run, this))
    {
    }
    ~CountingBh() { Delete(); }

    void Schedule() { qemu_bh_schedule(bh_); }
    void ScheduleIdle() { qemu_bh_schedule_idle(bh_); }
    void Cancel() { qemu_bh_cancel(bh_); }
    void Delete()
    {
        if (bh_) {
            qemu_bh_delete(std::exchange(bh_, nullptr));
        }
    }
    int runs = 0;

 private:
    static void Run(void *opaque)
    {
        auto *self = static_cast<CountingBh *>(opaque);
        self->runs++;
        if (self->fn_) {
            self->fn_();
        }
    }

    std::function<void()> fn_;
    QEMUBH *bh_;
};

// A notifier that clears itself, runs a function and counts.
class CountingNotifier : public EventNotifier {
 public:
    explicit CountingNotifier(AioContext *ctx, std::function<void()> fn = {})
        : ctx_(ctx), fn_(std::move(fn))
    {
        event_notifier_init(this, false);
        aio_set_event_notifier(ctx_, this, Read);
    }
    ~CountingNotifier()
    {
        Unregister();
        event_notifier_cleanup(this);
    }

    void Set() { event_notifier_set(this); }
    void Unregister() { aio_set_event_notifier(ctx_, this, nullptr); }
    int calls = 0;
    int runs = 0;  // the calls that found it set

    static void Read(EventNotifier *e)
    {
        auto *self = static_cast<CountingNotifier *>(e);
        self->calls++;
        if (event_notifier_test_and_clear(e)) {
            self->runs++;
            if (self->fn_) {
                self->fn_();
            }
        }
    }

 private:
    AioContext *ctx_;
    std::function<void()> fn_;
};

#endif  // UTIL_LOOP_FIXTURE_H
