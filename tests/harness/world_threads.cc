// The other thread of a World, and who waits for whom.

#include <utility>

#include "tests/harness/world.h"

extern "C" {
#include "qapi/error.h"
#include "qemu/main-loop.h"
}

namespace laio {

void World::InOtherThread(std::function<void()> program)
{
    if (!second_) {
        second_ = std::make_unique<SecondThread>();
        other_ctx_ = aio_context_new(&error_abort);
    }
    second_->Run([this, &program] {
        SwapThreads();
        qemu_set_current_aio_context(ctx_);
        Record(Actor::kCaller, Actor::kCaller, "the other thread");
        program();
        Record(Actor::kCaller, Actor::kCaller, "back in the first thread");
        SwapThreads();
    });
}

void World::SwapThreads()
{
    std::swap(ctx_, other_ctx_);
    std::swap(subject_, other_subject_);
    std::swap(state_, other_state_);
}

void World::EndOtherThread()
{
    if (!second_) {
        return;
    }
    InOtherThread([this] {
        if (state_ != State::kNone && api_->traits().has_cleanup) {
            Cleanup();
            CheckNothingRuns();
        }
    });
    second_.reset();
    aio_context_unref(other_ctx_);
    other_ctx_ = nullptr;
}

void World::lock_waits()
{
    Record(Actor::kLoop, Actor::kLoop, "waits for the context's lock");
    if (lock_wait_) {
        lock_wait_();
    }
}

}  // namespace laio
