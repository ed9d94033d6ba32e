#include "tests/bench/io_load.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>

extern "C" {
#include "qemu/coroutine.h"
#include "qemu/iov.h"
}

namespace laio {
namespace {

class Load;
struct Job;

// One of the qd requests of a job; it is used again and again.
struct Slot {
    Load *load = nullptr;
    Job *job = nullptr;
    std::unique_ptr<char, decltype(&std::free)> buffer{nullptr, std::free};
    QEMUIOVector qiov;
    Access access;
    Measurement::Clock::time_point started;
    Coroutine *co = nullptr;  // where the subject has no callbacks
    Slot *next = nullptr;     // in Job::ready
};

struct Job {
    AccessStream stream;
    std::vector<Slot> slots;
    Slot *ready = nullptr;
};

class Load {
 public:
    Load(SubjectApi *api, const CountingKernel &kernel,
         const LoadOptions &options, const BenchFile &file)
        : api_(api), options_(options), file_(file),
          by_callback_(api->traits().has_submit),
          measurement_(kernel, options.limits),
          idle_(options.qd * options.jobs)
    {
        for (unsigned job = 0; job < options.jobs; job++) {
            jobs_.push_back({AccessStream(options.rw, file.bytes / options.bs,
                                          options.bs, job, options.jobs,
                                          options.seed),
                             std::vector<Slot>(options.qd)});
        }
    }

    Result<LoadResult> Run()
    {
        const Status open = Open();
        if (!open) {
            return open.error();
        }
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
    Status Open()
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
        aio_context_set_poll_params(ctx_, options_.poll_ns, 0, 0, nullptr);
        std::string why;
        state_ = api_->Init(&why);
        if (state_ == nullptr) {
            return EnvironmentError(fmt::format(
                "cannot measure with kernel AIO: {}", why));
        }
        api_->Attach(state_, ctx_);
        return Ok();
    }

    bool stopping() const { return error_ != 0 || measurement_.over(); }

    void Drive()
    {
        const size_t all = idle_;
        for (Job &job : jobs_) {
            for (Slot &slot : job.slots) {
                Prepare(&job, &slot);
            }
        }
        while (idle_ < all || !stopping()) {
            for (Job &job : jobs_) {
                StartReady(&job);
            }
            if (idle_ < all) {
                Turn();
            }
        }
        for (Job &job : jobs_) {
            for (Slot &slot : job.slots) {
                if (slot.co != nullptr) {
                    qemu_coroutine_enter(slot.co);  // sees the end, and ends
                }
            }
        }
    }

    void Turn()
    {
        const size_t before = idle_;
        // Some subjects complete while they submit.
        aio_poll(ctx_, stopping() || idle_ == 0);
        if (idle_ != before) {
            measurement_.WokeUp();
        }
    }

    void Prepare(Job *job, Slot *slot)
    {
        slot->load = this;
        slot->job = job;
        void *memory = nullptr;
        if (posix_memalign(&memory, 4096, options_.bs) != 0) {
            std::abort();
        }
        std::memset(memory, 0x5a, options_.bs);
        slot->buffer.reset(static_cast<char *>(memory));
        qemu_iovec_init_buf(&slot->qiov, memory, options_.bs);
        if (!by_callback_) {
            slot->co = qemu_coroutine_create(CoroutineBody, slot);
        }
        slot->next = job->ready;
        job->ready = slot;
    }

    // Starts what was ready before the first of them, batch by batch.
    void StartReady(Job *job)
    {
        Slot *slot = std::exchange(job->ready, nullptr);
        while (slot != nullptr && !stopping()) {
            if (options_.batch > 1) {
                api_->Plug(state_);
            }
            for (unsigned n = 0; n < options_.batch && slot != nullptr; n++) {
                Start(std::exchange(slot, slot->next));
            }
            if (options_.batch > 1) {
                api_->Unplug(state_, 0);
            }
        }
    }

    void Begin(Slot *slot)
    {
        slot->access = slot->job->stream.Next();
        slot->started = measurement_.Started();
        idle_--;
    }

    void Start(Slot *slot)
    {
        if (!by_callback_) {
            qemu_coroutine_enter(slot->co);
            return;
        }
        Begin(slot);
        const auto done = [](void *opaque, int ret) {
            auto *s = static_cast<Slot *>(opaque);
            s->load->Finish(s, ret);
        };
        if (api_->Submit(state_, file_.fd,
                         static_cast<int64_t>(slot->access.offset),
                         &slot->qiov, Type(*slot), done, slot) == nullptr) {
            Finish(slot, -EIO);
        }
    }

    static void CoroutineBody(void *opaque)
    {
        auto *slot = static_cast<Slot *>(opaque);
        Load *load = slot->load;
        while (!load->stopping()) {
            load->Begin(slot);
            const int ret = load->api_->CoSubmit(
                load->state_, load->file_.fd, slot->access.offset,
                &slot->qiov, Type(*slot), 0, 0);
            load->Finish(slot, ret);
            qemu_coroutine_yield();
        }
        slot->co = nullptr;
    }

    static int Type(const Slot &slot)
    {
        return slot.access.write ? QEMU_AIO_WRITE : QEMU_AIO_READ;
    }

    void Finish(Slot *slot, int ret)
    {
        measurement_.Finished(slot->started);
        idle_++;
        slot->next = slot->job->ready;
        slot->job->ready = slot;
        if (ret < 0) {
            error_ = -ret;
        }
    }

    SubjectApi *api_;
    const LoadOptions &options_;
    const BenchFile &file_;
    const bool by_callback_;
    std::vector<Job> jobs_;
    Measurement measurement_;
    size_t idle_;  // slots, of all jobs, that have no request

    AioContext *ctx_ = nullptr;
    LinuxAioState *state_ = nullptr;
    int error_ = 0;
};

}  // namespace

Result<LoadResult> RunLoad(SubjectApi *api, const CountingKernel &kernel,
                           const LoadOptions &options)
{
    if (!api->traits().has_submit &&
        api->traits().co_submit == CoSubmitForm::kAbsent) {
        return BadInput("cannot drive the subject: it defines neither "
                        "laio_submit nor laio_co_submit");
    }
    auto file = OpenBenchFile(options);
    if (!file) {
        return file.error();
    }
    return Load(api, kernel, options, *file).Run();
}

}  // namespace laio
