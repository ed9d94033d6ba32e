// io_submit() of the fake kernel: what it takes, and what it refuses.

#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "tests/fake_kernel/fake_kernel.h"

namespace laio {

namespace {

std::vector<int> IdsOf(long nr, struct iocb **iocbs)
{
    std::vector<int> ids;
    for (long i = 0; i < nr; i++) {
        ids.push_back(RequestIdOf(iocbs[i]));
    }
    return ids;
}

std::string IdsText(const std::vector<int> &ids)
{
    constexpr size_t kShown = 8;
    std::string text = "[";
    for (size_t i = 0; i < ids.size() && i < kShown; i++) {
        text += (i ? " " : "") + std::to_string(ids[i]);
    }
    return text + (ids.size() > kShown
                       ? " ... " + std::to_string(ids.size()) + " in all]"
                       : "]");
}

}  // namespace

int FakeKernel::submit(io_context_t ctx, long nr, struct iocb **iocbs)
{
    CountStep();
    if (nr == 1 && iocbs[0]->aio_lio_opcode == IO_CMD_POLL) {
        listener_->CallBegins("io_submit of a poll");
        int result = SubmitPoll(FindRing(ctx), iocbs[0]);
        listener_->CallEnds("io_submit of a poll", result);
        return result;
    }
    std::vector<int> ids = IdsOf(nr, iocbs);
    std::string text = "io_submit " + IdsText(ids);
    listener_->CallBegins(text);
    CheckBatch(nr, iocbs);
    long result = DoSubmit(FindRing(ctx), nr, iocbs);
    if (result > 0) {
        ids.resize(result);
        RunHooks(ids);
        if (on_taken_) {
            on_taken_(ids);
        }
    } else if (result < 0 && !ids.empty()) {
        errors_[ids[0]] = result;
    }
    listener_->CallEnds(text, result);
    return static_cast<int>(result);
}

void FakeKernel::CheckBatch(long nr, struct iocb **iocbs)
{
    if (nr <= 0) {
        listener_->PromiseBroken("io_submit was given nr = " +
                                 std::to_string(nr));
    }
    for (long i = 0; i < nr; i++) {
        for (const Request &request : requests_) {
            if (request.user == iocbs[i]) {
                listener_->PromiseBroken("the iocb of request " +
                                         std::to_string(request.id) +
                                         " was submitted while in flight");
            }
        }
    }
    largest_batch_ = std::max(largest_batch_, nr);
}

long FakeKernel::DoSubmit(FakeRing *ring, long nr, struct iocb **iocbs)
{
    std::optional<long> fault = faults_.Next(KernelCall::kSubmit);
    if (fault && *fault < 0) {
        return *fault;
    }
    if (!ring || nr < 0) {
        return -EINVAL;
    }
    return TakeSome(ring, fault ? std::min(nr, *fault) : nr, iocbs);
}

long FakeKernel::TakeSome(FakeRing *ring, long most, struct iocb **iocbs)
{
    for (long i = 0; i < most; i++) {
        auto refused = refused_.find(RequestIdOf(iocbs[i]));
        if (refused != refused_.end()) {
            refusals_fired_.insert(refused->first);
        }
        int error = refused != refused_.end() ? refused->second
                    : HasRoom(ring)           ? 0
                                              : -EAGAIN;
        if (error) {
            // Only the first one's error is ever told.
            return i ? i : error;
        }
        Take(ring, iocbs[i]);
    }
    return most;
}

void FakeKernel::Take(FakeRing *ring, struct iocb *iocb)
{
    Request request = {RequestIdOf(iocb), ring, iocb, *iocb, {}, 0};
    auto *vector = static_cast<const iovec *>(iocb->u.c.buf);
    if (iocb->aio_lio_opcode == IO_CMD_PREADV ||
        iocb->aio_lio_opcode == IO_CMD_PWRITEV) {
        request.iov.assign(vector, vector + iocb->u.c.nbytes);
    } else if (iocb->aio_lio_opcode == IO_CMD_PREAD ||
               iocb->aio_lio_opcode == IO_CMD_PWRITE) {
        request.iov.push_back({iocb->u.c.buf, iocb->u.c.nbytes});
    }
    for (const iovec &part : request.iov) {
        request.bytes += part.iov_len;
    }
    constexpr unsigned kSignalsEventfd = 1;
    request.copy.u.c.resfd = iocb->u.c.flags & kSignalsEventfd
                                 ? dup(static_cast<int>(iocb->u.c.resfd))
                                 : -1;
    requests_.push_back(request);
    taken_.push_back(request.id);
    most_held_ = std::max(most_held_, Held(ring));
}

size_t FakeKernel::Held(const FakeRing *ring) const
{
    return ring->UnreadRequests() +
           std::count_if(requests_.begin(), requests_.end(),
                         [ring](const Request &r) { return r.ring == ring; });
}

bool FakeKernel::HasRoom(const FakeRing *ring) const
{
    size_t held = Held(ring);
    if (capacity_ && held >= capacity_) {
        return false;
    }
    auto of_ring = [ring](const Poll &poll) { return poll.ring == ring; };
    size_t polls = ring->Unread() - ring->UnreadRequests() +
                   std::count_if(polls_.begin(), polls_.end(), of_ring);
    return held + polls < ring->nr() - 1;
}

void FakeKernel::RunHooks(const std::vector<int> &ids)
{
    for (int id : ids) {
        auto node = after_.extract(id);
        if (node) {
            node.mapped()();
        }
    }
}

}  // namespace laio
