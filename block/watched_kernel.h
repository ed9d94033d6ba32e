// The real kernel, watched by a test, and pretending where the test wants.

#ifndef BLOCK_WATCHED_KERNEL_H
#define BLOCK_WATCHED_KERNEL_H

#include <sys/uio.h>

#include <atomic>
#include <cerrno>
#include <functional>
#include <mutex>
#include <vector>

#include "util/io_kernel.h"

// A request as it was submitted.
struct SeenIocb {
    short opcode = 0;
    int rwf = 0;
    long long offset = 0;
    size_t bytes = 0;
    bool signals = false;  // an eventfd
};

// One AIO context at a time where something is pretended.
class WatchedKernel : public IoKernel {
 public:
    int setup_result = 0;    // instead of a context, unless 0
    int poll_result = 0;     // instead of taking an IOCB_CMD_POLL, unless 0
    bool hide_ring = false;  // give a number, not the ring's address
    // Refuses as a device of such blocks would; 1 refuses nothing.
    unsigned alignment = 1;
    // Instead of submitting the request, unless 0.
    std::function<int(const SeenIocb &)> refuse;
    // Instead of its result. Needs hide_ring.
    std::function<long(const SeenIocb &, long res)> change;
    // Instead of asking the kernel to cancel, if set.
    std::function<int(iocb *)> on_cancel;
    // Takes the request and never does it, if it says so.
    std::function<bool(const SeenIocb &)> swallow;

    std::mutex lock;               // of these three
    std::vector<long> submitted;   // requests per call
    std::vector<SeenIocb> seen;    // each of those, if `remember`
    std::atomic<bool> remember{false};
    std::atomic<int> fetches{0};
    std::atomic<int> polls{0};

    int setup(int max_events, io_context_t *ctx) override
    {
        if (setup_result != 0) {
            return setup_result;
        }
        if (!hide_ring) {
            return io_kernel_real()->setup(max_events, ctx);
        }
        io_context_t made = nullptr;
        const int ret = io_kernel_real()->setup(max_events, &made);
        std::lock_guard<std::mutex> guard(lock);
        hidden_.push_back(made);
        *ctx = reinterpret_cast<io_context_t>(hidden_.size());
        return ret;
    }
    int submit(io_context_t ctx, long nr, iocb **iocbs) override
    {
        if (iocbs[0]->aio_lio_opcode == IO_CMD_POLL) {
            // The loop's, no request.
            return poll_result != 0
                       ? poll_result
                       : io_kernel_real()->submit(Real(ctx), nr, iocbs);
        }
        Remember(nr, iocbs);
        long taken = 0;
        for (; taken < nr && Pretends(); taken++) {
            const int ret = SubmitOne(ctx, iocbs[taken]);
            if (ret < 0) {
                return taken > 0 ? static_cast<int>(taken) : ret;
            }
        }
        return Pretends() ? static_cast<int>(taken)
                          : io_kernel_real()->submit(Real(ctx), nr, iocbs);
    }
    int getevents(io_context_t ctx, long min_nr, long nr, io_event *events,
                  timespec *timeout) override
    {
        fetches++;
        const int ret = io_kernel_real()->getevents(Real(ctx), min_nr, nr,
                                                    events, timeout);
        for (int i = 0; change && i < ret; i++) {
            if (events[i].obj->aio_lio_opcode == IO_CMD_POLL) {
                continue;
            }
            events[i].res = change(Describe(events[i].obj),
                                   static_cast<long>(events[i].res));
        }
        return ret;
    }
    int cancel(io_context_t ctx, iocb *iocb, io_event *event) override
    {
        return on_cancel ? on_cancel(iocb)
                         : io_kernel_real()->cancel(Real(ctx), iocb, event);
    }
    int destroy(io_context_t ctx) override
    {
        return io_kernel_real()->destroy(Real(ctx));
    }
    int poll(pollfd *fds, unsigned nfds, int64_t timeout_ns) override
    {
        polls++;
        return io_kernel_real()->poll(fds, nfds, timeout_ns);
    }

    static SeenIocb Describe(const iocb *iocb)
    {
        SeenIocb seen = {iocb->aio_lio_opcode,
                         static_cast<int>(iocb->aio_rw_flags),
                         iocb->u.c.offset, 0, (iocb->u.c.flags & 1) != 0};
        ForEachPart(iocb, [&](size_t bytes) { seen.bytes += bytes; });
        return seen;
    }

 private:
    // Calls visit(bytes) for each buffer of a transfer.
    template <typename Visit>
    static void ForEachPart(const iocb *iocb, Visit visit)
    {
        switch (iocb->aio_lio_opcode) {
        case IO_CMD_PREAD:
        case IO_CMD_PWRITE:
            visit(iocb->u.c.nbytes);
            break;
        case IO_CMD_PREADV:
        case IO_CMD_PWRITEV:
            for (unsigned long i = 0; i < iocb->u.c.nbytes; i++) {
                visit(static_cast<const iovec *>(iocb->u.c.buf)[i].iov_len);
            }
            break;
        }
    }

    bool Pretends() const { return refuse || swallow || alignment > 1; }

    bool IsAligned(const iocb *iocb) const
    {
        const uint64_t start = iocb->u.c.offset;
        bool aligned = true;
        ForEachPart(iocb, [&](size_t bytes) {
            aligned = aligned && (start | bytes) % alignment == 0;
        });
        return aligned;
    }

    int SubmitOne(io_context_t ctx, iocb *iocb)
    {
        const SeenIocb seen = Describe(iocb);
        const int refused = refuse ? refuse(seen) : 0;
        if (refused != 0) {
            return refused;
        }
        if (!IsAligned(iocb)) {
            return -EINVAL;
        }
        if (swallow && swallow(seen)) {
            return 1;
        }
        return io_kernel_real()->submit(Real(ctx), 1, &iocb);
    }

    void Remember(long nr, iocb **iocbs)
    {
        if (!remember) {
            return;
        }
        std::lock_guard<std::mutex> guard(lock);
        submitted.push_back(nr);
        for (long i = 0; i < nr; i++) {
            seen.push_back(Describe(iocbs[i]));
        }
    }

    io_context_t Real(io_context_t ctx)
    {
        const auto number = reinterpret_cast<uintptr_t>(ctx);
        std::lock_guard<std::mutex> guard(lock);
        return number - 1 < hidden_.size() ? hidden_[number - 1] : ctx;
    }

    std::vector<io_context_t> hidden_;
};

#endif  // BLOCK_WATCHED_KERNEL_H
