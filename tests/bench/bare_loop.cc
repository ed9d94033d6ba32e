#include "tests/bench/bare_loop.h"

#include <libaio.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include "block/completion_ring.h"

namespace laio {
namespace {

struct Slot {
    struct iocb iocb = {};
    std::unique_ptr<char, decltype(&std::free)> buffer{nullptr, std::free};
    unsigned job = 0;
    Measurement::Clock::time_point started;
};

class BareLoop {
 public:
    BareLoop(const CountingKernel &kernel, const LoadOptions &options,
             const BenchFile &file, BareReap reap)
        : options_(options), file_(file), reap_(reap),
          slots_(options.qd * options.jobs), events_(slots_.size()),
          measurement_(kernel, options.limits)
    {
        for (unsigned job = 0; job < options.jobs; job++) {
            streams_.emplace_back(options.rw, file.bytes / options.bs,
                                  options.bs, job, options.jobs,
                                  options.seed);
        }
    }

    Result<LoadResult> Run()
    {
        const int ret = io_setup(static_cast<int>(slots_.size()), &ctx_);
        if (ret < 0) {
            return EnvironmentError(fmt::format(
                "cannot measure with kernel AIO: io_setup of {} events: {}",
                slots_.size(), std::strerror(-ret)));
        }
        if (completion_ring_init(&ring_, ctx_) < 0 &&
            reap_ == BareReap::kRing) {
            io_destroy(ctx_);
            return EnvironmentError("cannot read the completion ring: this "
                                    "kernel's is not one that is known");
        }
        Drive();
        io_destroy(ctx_);
        if (error_ != 0) {
            return EnvironmentError(fmt::format(
                "a request on {} failed: {}", options_.file,
                std::strerror(error_)));
        }
        return measurement_.result();
    }

 private:
    void Drive()
    {
        for (size_t i = 0; i < slots_.size(); i++) {
            void *memory = nullptr;
            if (posix_memalign(&memory, 4096, options_.bs) != 0) {
                std::abort();
            }
            std::memset(memory, 0x5a, options_.bs);
            slots_[i].buffer.reset(static_cast<char *>(memory));
            slots_[i].job = static_cast<unsigned>(i / options_.qd);
            Prepare(&slots_[i]);
        }
        while (in_flight_ > 0 || !over()) {
            if (!over()) {
                Submit();
            }
            if (Reap()) {
                measurement_.WokeUp();
            }
        }
    }

    bool over() const { return error_ != 0 || measurement_.over(); }

    void Prepare(Slot *slot)
    {
        const Access access = streams_[slot->job].Next();
        const auto prepare = access.write ? io_prep_pwrite : io_prep_pread;
        prepare(&slot->iocb, file_.fd, slot->buffer.get(), options_.bs,
                static_cast<long long>(access.offset));
        slot->iocb.data = slot;
        ready_.push_back(&slot->iocb);
    }

    void Submit()
    {
        for (size_t at = 0; at < ready_.size();) {
            const size_t n =
                std::min<size_t>(options_.batch, ready_.size() - at);
            for (size_t i = at; i < at + n; i++) {
                static_cast<Slot *>(ready_[i]->data)->started =
                    measurement_.Started();
            }
            const int ret =
                io_submit(ctx_, static_cast<long>(n), &ready_[at]);
            if (ret < 0) {
                error_ = -ret;
                break;
            }
            at += static_cast<size_t>(ret);
            in_flight_ += static_cast<unsigned>(ret);
        }
        ready_.clear();
    }

    void Finish(const io_event &event)
    {
        auto *slot = static_cast<Slot *>(event.data);
        const auto res = static_cast<int64_t>(event.res);
        if (res != static_cast<int64_t>(options_.bs)) {
            error_ = res < 0 ? static_cast<int>(-res) : EIO;
        }
        measurement_.Finished(slot->started);
        in_flight_--;
        Prepare(slot);
    }

    // Returns: whether there was something, which without polling is always.
    bool Reap()
    {
        io_event event;
        const unsigned before = in_flight_;
        if (reap_ == BareReap::kRing) {
            while (completion_ring_take(&ring_, &event)) {
                Finish(event);
            }
            if (in_flight_ < before || options_.poll_ns > 0) {
                return in_flight_ < before;
            }
        }
        const long wanted = in_flight_ > 0 && options_.poll_ns == 0;
        const int count =
            io_getevents(ctx_, wanted, static_cast<long>(events_.size()),
                         events_.data(), nullptr);
        for (int i = 0; i < count; i++) {
            Finish(events_[static_cast<size_t>(i)]);
        }
        if (ring_.header != nullptr) {
            completion_ring_head_moved(&ring_);
        }
        return count > 0;
    }

    const LoadOptions &options_;
    const BenchFile &file_;
    BareReap reap_;
    std::vector<AccessStream> streams_;
    std::vector<Slot> slots_;
    std::vector<io_event> events_;
    std::vector<iocb *> ready_;
    Measurement measurement_;

    io_context_t ctx_ = nullptr;
    CompletionRing ring_;
    unsigned in_flight_ = 0;
    int error_ = 0;
};

}  // namespace

Result<LoadResult> RunBareLoop(const CountingKernel &kernel,
                               const LoadOptions &options, BareReap reap)
{
    auto file = OpenBenchFile(options);
    if (!file) {
        return file.error();
    }
    return BareLoop(kernel, options, *file, reap).Run();
}

}  // namespace laio
