// An IoKernel that counts the calls it passes on, and with them the reads of
// eventfds, which have no seam: whoever counts those lends their number.
//
// Owned by the program that measures. Thread: the one that runs the loop.

#ifndef TESTS_BENCH_COUNTING_KERNEL_H
#define TESTS_BENCH_COUNTING_KERNEL_H

#include <cstdint>

#include "util/io_kernel.h"

namespace laio {

struct CallCounts {
    uint64_t io_submit = 0;
    uint64_t io_getevents = 0;
    uint64_t io_getevents_waits = 0;  // those of them that may sleep
    uint64_t io_cancel = 0;
    uint64_t poll = 0;
    uint64_t read = 0;

    CallCounts operator-(const CallCounts &earlier) const
    {
        return {io_submit - earlier.io_submit,
                io_getevents - earlier.io_getevents,
                io_getevents_waits - earlier.io_getevents_waits,
                io_cancel - earlier.io_cancel, poll - earlier.poll,
                read - earlier.read};
    }
};

class CountingKernel : public IoKernel {
 public:
    // Keeps:  `real` and `reads`, which stay the caller's; no `reads`: 0.
    explicit CountingKernel(IoKernel *real, const uint64_t *reads = nullptr)
        : real_(real), reads_(reads) {}

    CallCounts counts() const
    {
        CallCounts counts = counts_;
        counts.read = reads_ != nullptr ? *reads_ : 0;
        return counts;
    }

    int setup(int max_events, io_context_t *ctx) override
    {
        return real_->setup(max_events, ctx);
    }
    int submit(io_context_t ctx, long nr, struct iocb **iocbs) override
    {
        counts_.io_submit++;
        return real_->submit(ctx, nr, iocbs);
    }
    int getevents(io_context_t ctx, long min_nr, long nr,
                  struct io_event *events, struct timespec *timeout) override
    {
        counts_.io_getevents++;
        counts_.io_getevents_waits += min_nr > 0;
        return real_->getevents(ctx, min_nr, nr, events, timeout);
    }
    int cancel(io_context_t ctx, struct iocb *iocb,
               struct io_event *event) override
    {
        counts_.io_cancel++;
        return real_->cancel(ctx, iocb, event);
    }
    int destroy(io_context_t ctx) override { return real_->destroy(ctx); }
    int poll(struct pollfd *fds, unsigned nfds, int64_t timeout_ns) override
    {
        counts_.poll++;
        return real_->poll(fds, nfds, timeout_ns);
    }

 private:
    IoKernel *real_;
    const uint64_t *reads_;
    CallCounts counts_;
};

}  // namespace laio

#endif  // TESTS_BENCH_COUNTING_KERNEL_H
