// A kernel that completes every request inside io_submit(), in memory: what is
// left of a request's cost is the work of those above it.
//
// It transfers no bytes and signals no eventfd; a loop on it has to poll.
// Owned by the program that measures. Thread: one at a time.

#ifndef TESTS_BENCH_MEMORY_KERNEL_H
#define TESTS_BENCH_MEMORY_KERNEL_H

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "block/completion_ring.h"
#include "util/io_kernel.h"

namespace laio {

class MemoryKernel : public IoKernel {
 public:
    // One context at a time.
    int setup(int max_events, io_context_t *ctx) override
    {
        const uint32_t slots = static_cast<uint32_t>(max_events) + 2;
        // The header takes the place of one event.
        memory_.assign(slots + 1, io_event());
        header_ = reinterpret_cast<AioRingHeader *>(memory_.data());
        *header_ = {.id = 0, .nr = slots, .head = 0, .tail = 0,
                    .magic = AIO_RING_MAGIC, .compat_features = 1,
                    .incompat_features = 0,
                    .header_length = sizeof(AioRingHeader)};
        *ctx = reinterpret_cast<io_context_t>(header_);
        return 0;
    }

    int submit(io_context_t, long nr, struct iocb **iocbs) override
    {
        uint32_t tail = header_->tail;
        for (long i = 0; i < nr; i++) {
            memory_[tail + 1] = {.data = iocbs[i]->data, .obj = iocbs[i],
                                 .res = bytes_, .res2 = 0};
            tail = tail + 1 == header_->nr ? 0 : tail + 1;
        }
        std::atomic_ref<uint32_t>(header_->tail)
            .store(tail, std::memory_order_release);
        return static_cast<int>(nr);
    }

    int getevents(io_context_t, long, long, struct io_event *,
                  struct timespec *) override
    {
        return 0;
    }
    int cancel(io_context_t, struct iocb *, struct io_event *) override
    {
        return -EAGAIN;
    }
    int destroy(io_context_t) override
    {
        memory_.clear();
        return 0;
    }
    int poll(struct pollfd *, unsigned, int64_t) override { return 0; }

    // What every request is said to have transferred.
    void set_bytes(uint64_t bytes) { bytes_ = bytes; }

 private:
    std::vector<io_event> memory_;
    AioRingHeader *header_ = nullptr;
    uint64_t bytes_ = 0;
};

}  // namespace laio

#endif  // TESTS_BENCH_MEMORY_KERNEL_H
