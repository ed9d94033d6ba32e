// IOCB_CMD_POLL in the fake kernel: one-shot, on real descriptors.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "tests/fake_kernel/fake_kernel.h"

namespace laio {

namespace {

// What of the descriptor the poll waits for is there.
short ReadyEvents(struct pollfd fd)
{
    struct timespec zero = {};
    return ppoll(&fd, 1, &zero, nullptr) > 0 ? fd.revents : 0;
}

}  // namespace

int FakeKernel::SubmitPoll(FakeRing *ring, struct iocb *iocb)
{
    if (auto fault = faults_.Next(KernelCall::kSubmitPoll)) {
        return static_cast<int>(*fault);
    }
    if (std::any_of(polls_.begin(), polls_.end(),
                    [iocb](const Poll &p) {
                        return p.user == iocb && !p.cancelled;
                    })) {
        listener_->PromiseBroken("the iocb of a poll was submitted while in "
                                 "flight");
    }
    if (!ring) {
        return -EINVAL;
    }
    if (!HasRoom(ring)) {
        return -EAGAIN;
    }
    const int fd = fcntl(iocb->aio_fildes, F_DUPFD_CLOEXEC, 0);
    if (fd < 0) {
        return -EBADF;
    }
    if (iocb->u.c.offset || iocb->u.c.nbytes || iocb->aio_rw_flags) {
        close(fd);
        return -EINVAL;
    }
    polls_.push_back({ring, iocb, iocb->data,
                      {fd, static_cast<short>(iocb->u.poll.events), 0}});
    FinishPolls();
    return 1;
}

// The kernel's answer is never 0: the poll has its event like any other.
int FakeKernel::CancelPoll(FakeRing *ring, const struct iocb *iocb)
{
    if (auto fault = faults_.Next(KernelCall::kCancelPoll)) {
        return static_cast<int>(*fault);
    }
    for (Poll &poll : polls_) {
        if (poll.user == iocb && poll.ring == ring && !poll.cancelled) {
            poll.cancelled = true;
            FinishPolls();
            return -EINPROGRESS;
        }
    }
    return -EINVAL;
}

// Events that were put and cannot be seen yet go first.
void FakeKernel::FinishPolls()
{
    std::erase_if(polls_, [this](Poll &poll) {
        const short ready = ReadyEvents(poll.fd);
        if ((!ready && !poll.cancelled) ||
            poll.ring->Unread() != poll.ring->Published()) {
            return false;
        }
        io_event event = {};
        event.data = poll.data;
        event.obj = poll.user;
        event.res = poll.cancelled ? 0 : static_cast<unsigned short>(ready);
        if (!poll.ring->Put(event, true)) {
            listener_->PromiseBroken("no slot is free for the event of a poll");
        }
        poll.ring->Publish();
        close(poll.fd.fd);
        return true;
    });
}

void FakeKernel::ClosePolls(const FakeRing *ring)
{
    std::erase_if(polls_, [ring](const Poll &poll) {
        if (poll.ring == ring) {
            close(poll.fd.fd);
        }
        return poll.ring == ring;
    });
}

}  // namespace laio
