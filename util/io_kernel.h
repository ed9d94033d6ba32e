// The kernel seam: the five Linux AIO calls and the place where a loop sleeps,
// unless that is in one of them (fdmon_linux_aio.h).
//
// Whatever runs on this project's loop reaches the kernel through one
// IoKernel. The real one makes system calls; tests put a fake one in its
// place. util/io_kernel.cc also defines the libaio entry points (io_setup,
// io_submit, io_getevents, io_cancel, io_destroy) with C linkage as calls of
// the current IoKernel, so a linux-aio.c that was compiled against <libaio.h>
// needs no change, and libaio itself is never linked.

#ifndef UTIL_IO_KERNEL_H
#define UTIL_IO_KERNEL_H

#include <libaio.h>
#include <poll.h>

#include <cstdint>
#include <ctime>

class IoKernel {
 public:
    virtual ~IoKernel() = default;

    // The libaio calls with libaio's conventions: 0 or a count on success,
    // -errno on failure; errno itself is left alone.
    // Thread: any, as with the system calls.
    virtual int setup(int max_events, io_context_t *ctx) = 0;
    virtual int submit(io_context_t ctx, long nr, struct iocb **iocbs) = 0;
    virtual int getevents(io_context_t ctx, long min_nr, long nr,
                          struct io_event *events,
                          struct timespec *timeout) = 0;
    virtual int cancel(io_context_t ctx, struct iocb *iocb,
                       struct io_event *event) = 0;
    virtual int destroy(io_context_t ctx) = 0;

    // Waits like ppoll(2) without a signal mask: a sleep of an event loop.
    //
    //   timeout_ns  0 looks and returns at once; -1 waits for ever
    // Returns:  descriptors ready; 0 when the time is over; -errno.
    // Thread:   any.
    virtual int poll(struct pollfd *fds, unsigned nfds,
                     int64_t timeout_ns) = 0;

    // What time it is for timers: clock_gettime(2) unless overridden.
    //
    //   clock  CLOCK_MONOTONIC or CLOCK_REALTIME
    // Returns:  nanoseconds.
    // Thread:   any.
    virtual int64_t clock_ns(clockid_t clock);
};

// The system calls themselves.
// Keeps:  lives as long as the process.
IoKernel *io_kernel_real();

// The IoKernel in force; io_kernel_real() unless replaced.
// Thread: any.
IoKernel *io_kernel_current();

// Puts `kernel` in force for the whole process; NULL restores the real one.
//
// Keeps:   `kernel` stays the caller's and must outlive its being in force.
// Thread:  while no loop runs and no AIO context of the former one is open.
void io_kernel_replace(IoKernel *kernel);

#endif  // UTIL_IO_KERNEL_H
