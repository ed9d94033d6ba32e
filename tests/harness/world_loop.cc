// The loop's turns, the kernel's deliveries, and the trace of both.

#include <cerrno>

#include "tests/harness/world.h"
#include "util/g_main_poll.h"

extern "C" {
#include "qemu/main-loop.h"
}

namespace laio {

namespace {

constexpr int kDeepest = 64;

}  // namespace

void World::Poll()
{
    EnsureStarted();
    Turn(false);
}

void World::PollBlocking()
{
    EnsureStarted();
    Turn(true);
}

void World::Turn(bool blocking)
{
    AnswerRests();
    progress_ = aio_poll(ctx_, blocking);
}

void World::EnterGlib()
{
    if (!glib_source_) {
        Record(Actor::kCaller, Actor::kLoop, "aio_get_g_source()");
        glib_source_.reset(aio_get_g_source(ctx_));
    }
}

void World::GlibTurn()
{
    EnsureStarted();
    AnswerRests();
    EnterGlib();
    if (!glib_) {
        glib_.reset(g_main_context_new_on_io_kernel());
        g_source_attach(glib_source_.get(), glib_.get());
    }
    Record(Actor::kCaller, Actor::kLoop, "g_main_context_iteration");
    g_main_context_iteration(glib_.get(), false);
}

void World::PollUntil(int id)
{
    while (!IsDone(id)) {
        Turn(true);
    }
}

void World::WaitUntil(int id)
{
    while (!IsDone(id)) {
        AnswerRests();
        qemu_aio_wait();
    }
}

void World::PollUntilAllDone()
{
    for (auto &[id, request] : requests_) {
        if (request.accepted) {
            PollUntil(id);
        }
    }
}

void World::EveryTurn(std::function<void()> program)
{
    EnsureStarted();
    every_turn_ = std::move(program);
    turn_bh_ = aio_bh_new_full(ctx_, OnTurn, this, "another BH");
    qemu_bh_schedule(turn_bh_);
}

void World::OnTurn(void *opaque)
{
    auto *world = static_cast<World *>(opaque);
    qemu_bh_schedule(world->turn_bh_);
    world->every_turn_();
}

void World::Complete(int id)
{
    Complete(id, static_cast<long>(Find(id).bytes()));
}

void World::Complete(int id, long res)
{
    FinishRequest(id, res);
    kernel_.Complete(id, res);
}

void World::FinishRequest(int id, long res)
{
    IoRequest &request = Find(id);
    if (!kernel_.InFlight(id)) {
        Fail("the kernel was never given request " + std::to_string(id));
    }
    if (!(kernel_.Asked(id) == request.Rest())) {
        Fail("the kernel was asked for something else than " +
             request.Text());
    }
    request.Finished(res);
}

void World::CompleteLater(int id)
{
    kernel_.Later([this, id] { Complete(id); });
}

void World::CompleteInsideSubmit(int id)
{
    kernel_.AfterTaking(id, [this, id] { Complete(id); });
}

void World::CompleteShort(int id, long res)
{
    ended_short_.insert(id);
    Complete(id, res);
}

void World::PutEvent(int id, long res)
{
    FinishRequest(id, res);
    kernel_.PutEvent(id, res);
}

void World::CompleteWithoutSignal(int id)
{
    PutEvent(id, static_cast<long>(Find(id).bytes()));
    kernel_.MoveTail();
}

void World::CompleteAllWhenIdle()
{
    kernel_.WhenIdle([this] {
        int oldest = kernel_.Oldest();
        if (oldest) {
            Complete(oldest);
        }
        return oldest != 0;
    });
}

void World::AnswerRests()
{
    for (int id : ended_short_) {
        if (kernel_.InFlight(id)) {
            Complete(id, Find(id).type() == QEMU_AIO_READ ? 0 : -ENOSPC);
        }
    }
}

void World::Record(Actor from, Actor to, const std::string &text)
{
    report_->Record(depth_, from, to, text);
}

void World::CallBegins(const std::string &text)
{
    open_calls_.push_back(
        report_->Record(depth_, Actor::kLoop, Actor::kKernel, text));
}

void World::CallEnds(const std::string &text, long result)
{
    report_->Amend(open_calls_.back(), text + " = " + ResultText(result));
    open_calls_.pop_back();
}

void World::Delivers(const std::string &text, bool wakes)
{
    Record(Actor::kKernel, wakes ? Actor::kLoop : Actor::kKernel, text);
}

void World::PromiseBroken(const std::string &what)
{
    End(Verdict::kFail, Actor::kKernel, what);
}

void World::Hangs(const std::string &why)
{
    End(Verdict::kHang, Actor::kLoop, why);
}

void World::poll_begins(bool blocking)
{
    Record(Actor::kCaller, Actor::kLoop,
           blocking ? "aio_poll, may wait" : "aio_poll");
    if (++depth_ > kDeepest) {
        End(Verdict::kHang, Actor::kLoop,
            "aio_poll() nests without end: " + std::to_string(kDeepest) +
                " deep");
    }
}

void World::poll_ends(bool progress)
{
    depth_--;
}

void World::bh_runs(const char *name)
{
    bh_count_++;
    Record(Actor::kLoop, Actor::kLoop, std::string("BH ") + name);
}

void World::handler_runs(int fd, const char *what)
{
    handler_count_++;
    Record(Actor::kLoop, Actor::kLoop, std::string(what) + " handler");
}

}  // namespace laio
