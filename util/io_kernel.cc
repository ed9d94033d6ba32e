#include "util/io_kernel.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <ctime>

namespace {

// A system call in libaio's convention.
template <typename... Args>
int call(long number, Args... args)
{
    int saved_errno = errno;
    long ret = syscall(number, args...);

    if (ret < 0) {
        ret = -errno;
        errno = saved_errno;
    }
    return static_cast<int>(ret);
}

class RealIoKernel : public IoKernel {
 public:
    int setup(int max_events, io_context_t *ctx) override
    {
        return call(SYS_io_setup, max_events, ctx);
    }

    int submit(io_context_t ctx, long nr, struct iocb **iocbs) override
    {
        return call(SYS_io_submit, ctx, nr, iocbs);
    }

    int getevents(io_context_t ctx, long min_nr, long nr,
                  struct io_event *events, struct timespec *timeout) override
    {
        return call(SYS_io_getevents, ctx, min_nr, nr, events, timeout);
    }

    int cancel(io_context_t ctx, struct iocb *iocb,
               struct io_event *event) override
    {
        return call(SYS_io_cancel, ctx, iocb, event);
    }

    int destroy(io_context_t ctx) override
    {
        return call(SYS_io_destroy, ctx);
    }

    int poll(struct pollfd *fds, unsigned nfds, int64_t timeout_ns) override
    {
        constexpr int64_t kNsPerSecond = 1000000000;
        struct timespec timeout = {timeout_ns / kNsPerSecond,
                                   timeout_ns % kNsPerSecond};
        int saved_errno = errno;
        int ret = ppoll(fds, nfds, timeout_ns < 0 ? nullptr : &timeout,
                        nullptr);

        if (ret < 0) {
            ret = -errno;
            errno = saved_errno;
        }
        return ret;
    }
};

std::atomic<IoKernel *> replacement{nullptr};

}  // namespace

int64_t IoKernel::clock_ns(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return int64_t{now.tv_sec} * 1000000000 + now.tv_nsec;
}

IoKernel *io_kernel_real()
{
    // Never destroyed: loops may still sleep while the process exits.
    static RealIoKernel &real = *new RealIoKernel;
    return &real;
}

IoKernel *io_kernel_current()
{
    // Pairs with the store below: the replacement is complete.
    IoKernel *kernel = replacement.load(std::memory_order_acquire);
    return kernel ? kernel : io_kernel_real();
}

void io_kernel_replace(IoKernel *kernel)
{
    replacement.store(kernel, std::memory_order_release);
}

// libaio's entry points, as <libaio.h> declares them.
extern "C" {

int io_setup(int maxevents, io_context_t *ctxp)
{
    return io_kernel_current()->setup(maxevents, ctxp);
}

int io_submit(io_context_t ctx, long nr, struct iocb *ios[])
{
    return io_kernel_current()->submit(ctx, nr, ios);
}

int io_getevents(io_context_t ctx, long min_nr, long nr,
                 struct io_event *events, struct timespec *timeout)
{
    return io_kernel_current()->getevents(ctx, min_nr, nr, events, timeout);
}

int io_cancel(io_context_t ctx, struct iocb *iocb, struct io_event *evt)
{
    return io_kernel_current()->cancel(ctx, iocb, evt);
}

int io_destroy(io_context_t ctx)
{
    return io_kernel_current()->destroy(ctx);
}

}  // extern "C"
