#include "tests/fake_kernel/fake_kernel.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

namespace laio {

namespace {

// Like ppoll() that never waits.
int LookAt(struct pollfd *fds, unsigned nfds)
{
    struct timespec zero = {};
    int ready = ppoll(fds, nfds, &zero, nullptr);
    return ready < 0 ? -errno : ready;
}

}  // namespace

int RequestIdOf(const struct iocb *iocb)
{
    return static_cast<int>(iocb->u.c.offset / kRequestStride);
}

FakeKernel::FakeKernel(KernelListener *listener) : listener_(listener) {}

FakeKernel::~FakeKernel()
{
    for (auto [id, eventfd] : unsignalled_) {
        close(eventfd);
    }
    for (auto &ring : rings_) {
        ClosePolls(ring.get());
    }
}

FakeRing *FakeKernel::FindRing(io_context_t ctx)
{
    for (auto &ring : rings_) {
        if (ring->id() == ctx && !ring->closed()) {
            return ring.get();
        }
    }
    return nullptr;
}

const FakeKernel::Request *FakeKernel::FindRequest(int id) const
{
    auto found = std::find_if(requests_.begin(), requests_.end(),
                              [id](const Request &r) { return r.id == id; });
    return found == requests_.end() ? nullptr : &*found;
}

void FakeKernel::CheckHeads()
{
    for (auto &ring : rings_) {
        std::string broken = ring->CheckHead();
        if (!broken.empty()) {
            listener_->PromiseBroken(broken);
        }
    }
}

void FakeKernel::CountStep()
{
    CheckHeads();
    FinishPolls();
    if (++steps_ > step_budget_) {
        listener_->Hangs("spins: more than " + std::to_string(step_budget_) +
                         " kernel calls and looks");
    }
}

int FakeKernel::setup(int max_events, io_context_t *ctx)
{
    CountStep();
    std::string text = "io_setup " + std::to_string(max_events);
    listener_->CallBegins(text);
    int result = DoSetup(max_events, ctx);
    listener_->CallEnds(text, result);
    return result;
}

int FakeKernel::DoSetup(int max_events, io_context_t *ctx)
{
    if (auto fault = faults_.Next(KernelCall::kSetup)) {
        return static_cast<int>(*fault);
    }
    if (max_events <= 0 || *ctx) {
        return -EINVAL;
    }
    rings_.push_back(std::make_unique<FakeRing>(ring_plan_, max_events));
    *ctx = rings_.back()->id();
    return 0;
}

int FakeKernel::getevents(io_context_t ctx, long min_nr, long nr,
                          struct io_event *events, struct timespec *timeout)
{
    CountStep();
    std::string text = "io_getevents";
    listener_->CallBegins(text);
    bool waits = !timeout || timeout->tv_sec || timeout->tv_nsec;
    long result = DoGetevents(FindRing(ctx), waits ? min_nr : 0, nr, events,
                              !timeout);
    listener_->CallEnds(text, result);
    return static_cast<int>(result);
}

long FakeKernel::DoGetevents(FakeRing *ring, long min_nr, long nr,
                             struct io_event *events, bool for_ever)
{
    std::optional<long> fault = faults_.Next(KernelCall::kGetevents);
    if (fault && *fault < 0) {
        return *fault;
    }
    if (!ring || nr < 0 || min_nr > nr) {
        return -EINVAL;
    }
    long most = fault ? std::min(nr, *fault) : nr;
    long count = 0;
    for (;;) {
        while (count < most && ring->Take(&events[count])) {
            count++;
        }
        if (count >= std::min(min_nr, most)) {
            return count;
        }
        if (!DeliverLater()) {
            if (for_ever) {
                HangAsleep();
            }
            return count;
        }
        CountStep();
    }
}

int FakeKernel::cancel(io_context_t ctx, struct iocb *iocb,
                       struct io_event *event)
{
    CountStep();
    if (iocb->aio_lio_opcode == IO_CMD_POLL) {
        listener_->CallBegins("io_cancel of a poll");
        int result = CancelPoll(FindRing(ctx), iocb);
        listener_->CallEnds("io_cancel of a poll", result);
        return result;
    }
    std::string text = "io_cancel " + std::to_string(RequestIdOf(iocb));
    listener_->CallBegins(text);
    int result = FindRing(ctx) ? DoCancel(iocb, event) : -EINVAL;
    listener_->CallEnds(text, result);
    return result;
}

int FakeKernel::DoCancel(struct iocb *iocb, struct io_event *event)
{
    auto found =
        std::find_if(requests_.begin(), requests_.end(),
                     [iocb](const Request &r) { return r.user == iocb; });
    auto fault = faults_.Next(KernelCall::kCancel);
    // File I/O cannot be cancelled, which the kernel tells like this.
    long result = fault ? *fault : -EINVAL;
    if (result == 0 && found == requests_.end()) {
        result = -EINVAL;
    }
    if (result == 0) {
        *event = {};
        event->obj = iocb;
        event->res = -ECANCELED;
        close(static_cast<int>(found->copy.u.c.resfd));
        requests_.erase(found);
    }
    return static_cast<int>(result);
}

int FakeKernel::destroy(io_context_t ctx)
{
    CountStep();
    listener_->CallBegins("io_destroy");
    auto fault = faults_.Next(KernelCall::kDestroy);
    FakeRing *ring = FindRing(ctx);
    int result = fault ? static_cast<int>(*fault) : ring ? 0 : -EINVAL;
    if (result == 0) {
        ring->Close();
        ClosePolls(ring);
        std::erase_if(requests_, [ring](const Request &r) {
            if (r.ring == ring) {
                close(static_cast<int>(r.copy.u.c.resfd));
            }
            return r.ring == ring;
        });
    }
    listener_->CallEnds("io_destroy", result);
    return result;
}

int FakeKernel::poll(struct pollfd *fds, unsigned nfds, int64_t timeout_ns)
{
    for (;;) {
        CountStep();
        int ready = LookAt(fds, nfds);
        if (ready != 0 || timeout_ns == 0) {
            return ready;
        }
        if (!DeliverLater()) {
            if (timeout_ns < 0) {
                HangAsleep();
            }
            return 0;
        }
    }
}

// Returns: false when nothing is to come.
bool FakeKernel::DeliverLater()
{
    if (later_.empty()) {
        return when_idle_ && when_idle_();
    }
    Hook hook = std::move(later_.front());
    later_.pop_front();
    hook();
    return true;
}

void FakeKernel::HangAsleep()
{
    listener_->Hangs("the loop sleeps and nothing will wake it: events "
                     "unread: " + std::to_string(unread()) +
                     ", requests in the kernel: " +
                     std::to_string(in_flight()));
    abort();
}

}  // namespace laio
