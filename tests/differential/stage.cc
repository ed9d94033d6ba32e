#include "tests/differential/stage.h"

#include <algorithm>
#include <cstdlib>

#include "tests/differential/caller.h"

extern "C" {
#include "qemu/main-loop.h"
}

namespace laio {
namespace {

class FakeStage final : private KernelListener {
 public:
    FakeStage(SubjectApi *api, const std::function<void(std::string)> &hangs)
        : api_(api), hangs_(hangs), kernel_(this)
    {
        io_kernel_replace(&kernel_);
    }

    ~FakeStage() override { io_kernel_replace(nullptr); }

    std::string Play(const Program &program)
    {
        kernel_.set_ring({.nr = program.slots, .start = program.start});
        kernel_.OnTaken([this](const auto &taken) { OnTaken(taken); });
        kernel_.WhenIdle([this] { return CompleteOne(); });
        AioContext *ctx = qemu_get_aio_context();
        std::string why;
        LinuxAioState *state = api_->Init(&why);
        if (!state) {
            return "laio_init() refused: " + why + "\n";
        }
        api_->Attach(state, ctx);
        std::string seen;
        {
            Caller caller(api_, state, ctx, 0, [this] { BeforeTurn(); });
            seen = caller.Play(program);
            api_->Detach(state, ctx);
            api_->Cleanup(state);
        }
        return seen + ImageText(image_) + broken_;
    }

 private:
    void CallBegins(const std::string &) override {}
    void CallEnds(const std::string &, long) override {}
    void Delivers(const std::string &, bool) override {}

    void PromiseBroken(const std::string &what) override
    {
        broken_ += "the kernel: " + what + "\n";
    }

    [[noreturn]] void Hangs(const std::string &why) override
    {
        hangs_(why);
        std::abort();
    }

    void OnTaken(const std::vector<int> &taken)
    {
        constexpr unsigned kInside = 3;  // every third
        for (int id : taken) {
            if (++taken_ % kInside == 0) {
                Complete(id);
            }
        }
    }

    void BeforeTurn()
    {
        constexpr unsigned kEarly = 2;  // every other turn
        if (++turns_ % kEarly) {
            CompleteOne();
        }
    }

    bool CompleteOne()
    {
        constexpr size_t kStep = 5;  // so that the order is not theirs
        const std::vector<int> ids = kernel_.InFlightIds();
        if (!ids.empty()) {
            Complete(ids[++completed_ * kStep % ids.size()]);
        }
        return !ids.empty();
    }

    void Complete(int id)
    {
        const Transfer asked = kernel_.Asked(id);
        const long bytes = static_cast<long>(asked.bytes);
        if (!asked.write) {
            const long long left = kFileBytes - asked.offset_bytes;
            kernel_.Complete(id, std::clamp<long>(left, 0, bytes));
            return;
        }
        // The kernel compares its bytes with these.
        const auto at = static_cast<size_t>(asked.offset_bytes);
        image_.resize(std::max(image_.size(), at + asked.bytes));
        for (size_t i = 0; i < asked.bytes; i++) {
            image_[at + i] = FileByte(static_cast<long long>(at + i));
        }
        kernel_.Complete(id, bytes);
    }

    SubjectApi *api_;
    const std::function<void(std::string)> &hangs_;
    FakeKernel kernel_;
    FileImage image_ = FirstImage();
    std::string broken_;
    unsigned taken_ = 0;
    unsigned turns_ = 0;
    size_t completed_ = 0;
};

}  // namespace

std::string PlayOnFake(SubjectApi *api, const Program &program,
                       const std::function<void(std::string)> &hangs)
{
    return FakeStage(api, hangs).Play(program);
}

std::string RealStage::Play(const Program &program)
{
    AioContext *ctx = qemu_get_aio_context();
    if (!state_) {
        std::string why;
        state_ = api_->Init(&why);
        if (!state_) {
            return "laio_init() refused: " + why + "\n";
        }
        api_->Attach(state_, ctx);
    }
    Caller caller(api_, state_, ctx, file_->fd(), [] {});
    std::string seen = caller.Play(program);
    const FileImage image = file_->Read();
    file_->Restore(image);
    return seen + ImageText(image);
}

}  // namespace laio
