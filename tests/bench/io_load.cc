#include "tests/bench/io_load.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <random>
#include <vector>

#include <fmt/format.h>

extern "C" {
#include "qemu/coroutine.h"
#include "qemu/iov.h"
}

#include "tests/bench/bench_file.h"

namespace laio {
namespace {

class Load;

// One of the qd requests in flight; it is used again and again.
struct Slot {
    Load *load = nullptr;
    std::unique_ptr<char, decltype(&std::free)> buffer{nullptr, std::free};
    QEMUIOVector qiov;
    uint64_t offset = 0;
    Measurement::Clock::time_point started;
    Coroutine *co = nullptr;  // where the subject has no callbacks
};

class Load {
 public:
    Load(SubjectApi *api, const CountingKernel &kernel,
         const LoadOptions &options, const BenchFile &file)
        : api_(api), options_(options), file_(file), random_(options.seed),
          blocks_(file.bytes / options.bs), slots_(options.qd),
          measurement_(kernel, options.limits)
    {
    }

    Result<LoadResult> Run()
    {
        ctx_ = api_->traits().has_attach ? aio_context_new(nullptr)
                                         : qemu_get_aio_context();
        if (ctx_ == nullptr) {
            return EnvironmentError("cannot make an event loop: no "
                                    "descriptor left; close some");
        }
        if (api_->traits().has_attach) {
            qemu_set_current_aio_context(ctx_);
        }
        std::string why;
        state_ = api_->Init(&why);
        if (state_ == nullptr) {
            return EnvironmentError(fmt::format(
                "cannot measure with kernel AIO: {}", why));
        }
        api_->Attach(state_, ctx_);
        Drive();
        api_->Detach(state_, ctx_);
        api_->Cleanup(state_);
        if (api_->traits().has_attach) {
            aio_context_unref(ctx_);
        }
        if (error_ != 0) {
            return EnvironmentError(fmt::format(
                "a request on {} failed: {}; is it readable throughout, and "
                "are {} bytes a multiple of its block size?",
                options_.file, std::strerror(error_), options_.bs));
        }
        return measurement_.result();
    }

 private:
    bool writes() const
    {
        return options_.rw == AccessPattern::kRandomWrite ||
               options_.rw == AccessPattern::kWrite;
    }

    bool random() const
    {
        return options_.rw == AccessPattern::kRandomRead ||
               options_.rw == AccessPattern::kRandomWrite;
    }

    bool by_callback() const { return api_->traits().has_submit; }

    void Drive()
    {
        for (Slot &slot : slots_) {
            Prepare(&slot);
            ready_.push_back(&slot);
        }
        while (in_flight_ > 0 || !stopping_) {
            StartReady();
            if (in_flight_ > 0) {
                // Some subjects complete while they submit.
                aio_poll(ctx_, stopping_ || ready_.empty());
            }
        }
        for (Slot &slot : slots_) {
            if (slot.co != nullptr) {
                qemu_coroutine_enter(slot.co);  // sees the end, and ends
            }
        }
    }

    void Prepare(Slot *slot)
    {
        slot->load = this;
        void *memory = nullptr;
        if (posix_memalign(&memory, 4096, options_.bs) != 0) {
            std::abort();
        }
        std::memset(memory, 0x5a, options_.bs);
        slot->buffer.reset(static_cast<char *>(memory));
        qemu_iovec_init_buf(&slot->qiov, memory, options_.bs);
        if (!by_callback()) {
            slot->co = qemu_coroutine_create(CoroutineBody, slot);
        }
    }

    // Starts what was ready before the first of them, batch by batch.
    void StartReady()
    {
        std::vector<Slot *> round;
        round.swap(ready_);
        for (size_t at = 0; at < round.size() && !stopping_;) {
            if (options_.batch > 1) {
                api_->Plug(state_);
            }
            for (unsigned n = 0; n < options_.batch && at < round.size();
                 n++) {
                Start(round[at++]);
            }
            if (options_.batch > 1) {
                api_->Unplug(state_, 0);
            }
        }
    }

    void Begin(Slot *slot)
    {
        const uint64_t block = random() ? random_() % blocks_
                                        : next_block_++ % blocks_;
        slot->offset = block * options_.bs;
        slot->started = Measurement::Clock::now();
        in_flight_++;
    }

    void Start(Slot *slot)
    {
        if (!by_callback()) {
            qemu_coroutine_enter(slot->co);
            return;
        }
        Begin(slot);
        const auto done = [](void *opaque, int ret) {
            auto *s = static_cast<Slot *>(opaque);
            s->load->Finish(s, ret);
        };
        if (api_->Submit(state_, file_.fd, static_cast<int64_t>(slot->offset),
                         &slot->qiov, Type(), done, slot) == nullptr) {
            Finish(slot, -EIO);
        }
    }

    static void CoroutineBody(void *opaque)
    {
        auto *slot = static_cast<Slot *>(opaque);
        Load *load = slot->load;
        while (!load->stopping_) {
            load->Begin(slot);
            const int ret = load->api_->CoSubmit(
                load->state_, load->file_.fd, slot->offset, &slot->qiov,
                load->Type(), 0, 0);
            load->Finish(slot, ret);
            qemu_coroutine_yield();
        }
        slot->co = nullptr;
    }

    int Type() const { return writes() ? QEMU_AIO_WRITE : QEMU_AIO_READ; }

    void Finish(Slot *slot, int ret)
    {
        measurement_.Finished(slot->started);
        stopping_ = stopping_ || measurement_.over();
        in_flight_--;
        ready_.push_back(slot);
        if (ret < 0) {
            error_ = -ret;
            stopping_ = true;
        }
    }

    SubjectApi *api_;
    const LoadOptions &options_;
    const BenchFile &file_;
    std::mt19937_64 random_;
    uint64_t blocks_;
    uint64_t next_block_ = 0;
    std::vector<Slot> slots_;
    std::vector<Slot *> ready_;
    Measurement measurement_;

    AioContext *ctx_ = nullptr;
    LinuxAioState *state_ = nullptr;
    unsigned in_flight_ = 0;
    bool stopping_ = false;
    int error_ = 0;
};

Status CheckOptions(const SubjectApi &api, const LoadOptions &options)
{
    if (options.bs == 0 || options.bs % 512 != 0) {
        return UsageError(fmt::format(
            "cannot read {} bytes at a time: give a multiple of 512",
            options.bs));
    }
    if (options.qd == 0 || options.batch == 0) {
        return UsageError("a load needs at least one request in flight and "
                          "one in a batch");
    }
    if (!api.traits().has_submit &&
        api.traits().co_submit == CoSubmitForm::kAbsent) {
        return BadInput("cannot drive the subject: it defines neither "
                        "laio_submit nor laio_co_submit");
    }
    return Ok();
}

}  // namespace

Result<LoadResult> RunLoad(SubjectApi *api, const CountingKernel &kernel,
                           const LoadOptions &options)
{
    const Status checked = CheckOptions(*api, options);
    if (!checked) {
        return checked.error();
    }
    const bool writes = options.rw == AccessPattern::kRandomWrite ||
                        options.rw == AccessPattern::kWrite;
    auto file = BenchFile::Open(options.file, options.direct, writes,
                                options.bs);
    if (!file) {
        return file.error();
    }
    return Load(api, kernel, options, *file).Run();
}

}  // namespace laio
