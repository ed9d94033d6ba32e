// What a request costs above the kernel, and with it.
//
// On a kernel in memory the whole time is that of the code; on a file in
// memory the kernel's part is in it. `Bare*` is the floor of each: io_submit()
// and the ring, without backend, loop or callback.

#include <benchmark/benchmark.h>

#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

#include <deque>
#include <memory>
#include <vector>

#include "block/aio.h"
#include "block/allocation_counter.h"
#include "block/completion_ring.h"
#include "block/linux_aio.h"
#include "qapi/error.h"
#include "qemu/coroutine.h"
#include "qemu/iov.h"
#include "tests/bench/memory_kernel.h"

namespace laio {
namespace {

constexpr size_t kBs = 512;
constexpr int64_t kPollNs = 1'000'000'000;

// Puts a kernel in memory in force, or leaves the real one.
class Kernel {
 public:
    explicit Kernel(bool in_memory)
    {
        memory_.set_bytes(kBs);
        if (in_memory) {
            io_kernel_replace(&memory_);
        }
    }
    ~Kernel() { io_kernel_replace(nullptr); }

 private:
    MemoryKernel memory_;
};

// Files in memory that are as long as a request.
class Files {
 public:
    explicit Files(size_t count)
    {
        for (size_t i = 0; i < count; i++) {
            fds_.push_back(memfd_create("bench", MFD_CLOEXEC));
            if (ftruncate(fds_.back(), kBs) < 0) {
                std::abort();
            }
        }
    }
    ~Files()
    {
        for (int fd : fds_) {
            close(fd);
        }
    }
    int operator[](size_t i) const { return fds_[i % fds_.size()]; }

 private:
    std::vector<int> fds_;
};

// `depth` requests, over and over.
class Requests {
 public:
    Requests(size_t depth, size_t files)
        : files_(files), buffers_(depth * kBs), qiovs_(depth)
    {
        for (size_t i = 0; i < depth; i++) {
            qemu_iovec_init_buf(&qiovs_[i], &buffers_[i * kBs], kBs);
        }
        aio_context_set_poll_params(ctx_, kPollNs, 0, 0, &error_abort);
        laio_attach_aio_context(s_, ctx_);
    }
    ~Requests()
    {
        laio_detach_aio_context(s_, ctx_);
        laio_cleanup(s_);
        aio_context_set_poll_params(ctx_, 0, 0, 0, &error_abort);
    }

    // All of them in one batch, by callback.
    void Run()
    {
        laio_io_plug(nullptr, s_);
        for (size_t i = 0; i < qiovs_.size(); i++) {
            laio_submit(nullptr, s_, files_[i], 0, &qiovs_[i], 1, Done, this,
                        QEMU_AIO_READ);
        }
        laio_io_unplug(nullptr, s_, 0);
        Finish();
    }

    // The same, each in a coroutine of its own.
    void RunInCoroutines()
    {
        laio_io_plug(nullptr, s_);
        for (size_t i = 0; i < qiovs_.size(); i++) {
            next_ = i;
            qemu_coroutine_enter(qemu_coroutine_create(Body, this));
        }
        laio_io_unplug(nullptr, s_, 0);
        Finish();
    }

 private:
    static void Done(void *opaque, int)
    {
        static_cast<Requests *>(opaque)->done_++;
    }

    static void Body(void *opaque)
    {
        auto *r = static_cast<Requests *>(opaque);
        const size_t i = r->next_;
        laio_co_submit(nullptr, r->s_, r->files_[i], 0, &r->qiovs_[i],
                       QEMU_AIO_READ, 0);
        r->done_++;
    }

    void Finish()
    {
        while (done_ < qiovs_.size()) {
            aio_poll(ctx_, true);
        }
        done_ = 0;
    }

    AioContext *ctx_ = qemu_get_aio_context();
    LinuxAioState *s_ = laio_init(&error_abort);
    Files files_;
    std::vector<char> buffers_;
    std::vector<QEMUIOVector> qiovs_;
    size_t next_ = 0;
    size_t done_ = 0;
};

enum class BareForm {
    kPread,           // the least there is
    kPreadNotified,   // as ours sends them: with an eventfd
    kPreadvNotified,  // as QEMU's sends them: by iovec, too
};

class BareRequests {
 public:
    explicit BareRequests(size_t depth, BareForm form = BareForm::kPread)
        : form_(form), files_(1), buffers_(depth * kBs), iocbs_(depth),
          iovs_(depth), eventfd_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    {
        io_setup(static_cast<int>(depth), &ctx_);
        completion_ring_init(&ring_, ctx_);
        for (iocb &one : iocbs_) {
            list_.push_back(&one);
        }
    }
    ~BareRequests()
    {
        io_destroy(ctx_);
        close(eventfd_);
    }

    void Run()
    {
        for (size_t i = 0; i < iocbs_.size(); i++) {
            Prepare(i);
        }
        io_submit(ctx_, static_cast<long>(list_.size()), list_.data());
        io_event event = {};
        for (size_t done = 0; done < list_.size();) {
            done += completion_ring_take(&ring_, &event);
            benchmark::DoNotOptimize(event.res);
        }
    }

 private:
    void Prepare(size_t i)
    {
        char *buffer = &buffers_[i * kBs];
        if (form_ == BareForm::kPreadvNotified) {
            iovs_[i] = {buffer, kBs};
            io_prep_preadv(&iocbs_[i], files_[0], &iovs_[i], 1, 0);
        } else {
            io_prep_pread(&iocbs_[i], files_[0], buffer, kBs, 0);
        }
        if (form_ != BareForm::kPread) {
            io_set_eventfd(&iocbs_[i], eventfd_);
        }
    }

    BareForm form_;
    Files files_;
    std::vector<char> buffers_;
    std::vector<iocb> iocbs_;
    std::vector<iovec> iovs_;
    std::vector<iocb *> list_;
    int eventfd_;
    io_context_t ctx_ = nullptr;
    CompletionRing ring_;
};

// Times and allocations are per request.
template <typename Run>
void Measure(benchmark::State &state, int64_t depth, Run run)
{
    run();  // what is allocated once is allocated now
    const int64_t before = allocations_so_far();
    for (auto _ : state) {
        run();
    }
    const auto requests = static_cast<double>(state.iterations() * depth);
    state.counters["allocations"] =
        static_cast<double>(allocations_so_far() - before) / requests;
    state.counters["each"] = benchmark::Counter(
        requests, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void BareInMemory(benchmark::State &state)
{
    Kernel kernel(true);
    BareRequests requests(static_cast<size_t>(state.range(0)));
    Measure(state, state.range(0), [&] { requests.Run(); });
}
BENCHMARK(BareInMemory)->Arg(1)->Arg(32)->Arg(1024);

void RequestInMemory(benchmark::State &state)
{
    Kernel kernel(true);
    Requests requests(static_cast<size_t>(state.range(0)), 1);
    Measure(state, state.range(0), [&] { requests.Run(); });
}
BENCHMARK(RequestInMemory)->Arg(1)->Arg(32)->Arg(1024);

void CoroutineRequestInMemory(benchmark::State &state)
{
    Kernel kernel(true);
    Requests requests(static_cast<size_t>(state.range(0)), 1);
    Measure(state, state.range(0), [&] { requests.RunInCoroutines(); });
}
BENCHMARK(CoroutineRequestInMemory)->Arg(1)->Arg(32)->Arg(1024);

// Submit batches of so many, with the kernel.
void BareOnFile(benchmark::State &state)
{
    BareRequests requests(static_cast<size_t>(state.range(0)));
    Measure(state, state.range(0), [&] { requests.Run(); });
}
BENCHMARK(BareOnFile)->Arg(1)->Arg(8)->Arg(32)->Arg(256)->Arg(1024);

// What the kernel asks for an eventfd, and for an iovec.
void BareNotifiedOnFile(benchmark::State &state)
{
    BareRequests requests(static_cast<size_t>(state.range(0)),
                          BareForm::kPreadNotified);
    Measure(state, state.range(0), [&] { requests.Run(); });
}
BENCHMARK(BareNotifiedOnFile)->Arg(1)->Arg(32)->Arg(1024);

void BareVectoredOnFile(benchmark::State &state)
{
    BareRequests requests(static_cast<size_t>(state.range(0)),
                          BareForm::kPreadvNotified);
    Measure(state, state.range(0), [&] { requests.Run(); });
}
BENCHMARK(BareVectoredOnFile)->Arg(1)->Arg(32)->Arg(1024);

void RequestOnFile(benchmark::State &state)
{
    Requests requests(static_cast<size_t>(state.range(0)), 1);
    Measure(state, state.range(0), [&] { requests.Run(); });
}
BENCHMARK(RequestOnFile)->Arg(1)->Arg(8)->Arg(32)->Arg(256)->Arg(1024);

void CoroutineRequestOnFile(benchmark::State &state)
{
    Requests requests(static_cast<size_t>(state.range(0)), 1);
    Measure(state, state.range(0), [&] { requests.RunInCoroutines(); });
}
BENCHMARK(CoroutineRequestOnFile)->Arg(1)->Arg(32);

// 64 requests on so many files.
void RequestOnFiles(benchmark::State &state)
{
    Requests requests(64, static_cast<size_t>(state.range(0)));
    Measure(state, 64, [&] { requests.Run(); });
}
BENCHMARK(RequestOnFiles)->Arg(1)->Arg(8)->Arg(64);

// A request's memory, taken and given back.
void LaiocbLife(benchmark::State &state)
{
    AIOCBInfo info = {};
    info.aiocb_size = 256;
    const int64_t before = allocations_so_far();
    for (auto _ : state) {
        void *laiocb = qemu_aio_get(&info, nullptr, nullptr, nullptr);
        benchmark::DoNotOptimize(laiocb);
        qemu_aio_unref(laiocb);
    }
    state.counters["allocations"] =
        static_cast<double>(allocations_so_far() - before) /
        static_cast<double>(state.iterations());
}
BENCHMARK(LaiocbLife);

}  // namespace
}  // namespace laio

BENCHMARK_MAIN();
