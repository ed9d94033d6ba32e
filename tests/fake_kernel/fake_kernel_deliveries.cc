// What the fake kernel does by itself: finishing requests; and what it knows.

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "tests/fake_kernel/fake_kernel.h"

namespace laio {

void FakeKernel::Complete(int id, long res)
{
    DoPutEvent(id, res);
    DoMoveTail();
    listener_->Delivers("completes " + std::to_string(id) + ", res " +
                            ResultText(res) + ": " + RingText(),
                        true);
    DoSignal(id);
}

void FakeKernel::PutEvent(int id, long res)
{
    DoPutEvent(id, res);
    listener_->Delivers("writes the event of " + std::to_string(id) +
                            ", res " + ResultText(res),
                        false);
}

void FakeKernel::MoveTail()
{
    DoMoveTail();
    listener_->Delivers("moves tail: " + RingText(), false);
}

void FakeKernel::Signal(int id)
{
    listener_->Delivers("signals the eventfd for " + std::to_string(id), true);
    DoSignal(id);
}

bool FakeKernel::FinishSteps()
{
    if (unsignalled_.empty()) {
        return false;
    }
    MoveTail();
    while (!unsignalled_.empty()) {
        Signal(unsignalled_.begin()->first);
    }
    return true;
}

void FakeKernel::ForgetUnfired()
{
    faults_.ForgetUnfired();
    refused_.clear();
    after_.clear();
    later_.clear();
}

void FakeKernel::DoPutEvent(int id, long res)
{
    const Request *found = FindRequest(id);
    if (!found) {
        listener_->PromiseBroken("the kernel was never given request " +
                                 std::to_string(id));
        return;
    }
    Request request = *found;
    requests_.erase(requests_.begin() + (found - requests_.data()));
    MoveData(request, res);
    CheckHeads();
    io_event event = {};
    event.data = request.copy.data;
    event.obj = request.user;
    event.res = res;
    if (!request.ring->Put(event)) {
        listener_->PromiseBroken("no slot is free for the event of " +
                                 std::to_string(id));
    }
    DoSignal(id);  // of its former part, if that is still to come
    unsignalled_[id] = static_cast<int>(request.copy.u.c.resfd);
}

void FakeKernel::DoMoveTail()
{
    for (auto &ring : rings_) {
        if (!ring->closed()) {
            ring->Publish();
        }
    }
}

void FakeKernel::DoSignal(int id)
{
    auto node = unsignalled_.extract(id);
    if (node) {
        int eventfd = node.mapped();
        uint64_t one = 1;
        if (eventfd >= 0 &&
            write(eventfd, &one, sizeof(one)) != sizeof(one)) {
            abort();
        }
        close(eventfd);
    }
}

void FakeKernel::MoveData(const Request &request, long res)
{
    long long offset = request.copy.u.c.offset;
    bool reads = request.copy.aio_lio_opcode == IO_CMD_PREADV ||
                 request.copy.aio_lio_opcode == IO_CMD_PREAD;
    long left = std::min<long>(res, request.bytes);
    for (const iovec &part : request.iov) {
        auto *bytes = static_cast<unsigned char *>(part.iov_base);
        for (size_t i = 0; i < part.iov_len && left > 0; i++, left--) {
            if (reads) {
                bytes[i] = FileByte(offset);
            } else if (bytes[i] != FileByte(offset)) {
                listener_->PromiseBroken("write " +
                                         std::to_string(request.id) +
                                         " brought a wrong byte");
                return;
            }
            offset++;
        }
    }
}

bool FakeKernel::InFlight(int id) const
{
    return FindRequest(id);
}

bool FakeKernel::InSameContext(int id, int other) const
{
    return FindRequest(id)->ring == FindRequest(other)->ring;
}

std::vector<int> FakeKernel::InFlightIds() const
{
    std::vector<int> ids;
    for (const Request &request : requests_) {
        ids.push_back(request.id);
    }
    return ids;
}

long FakeKernel::ErrorOf(int id) const
{
    auto found = errors_.find(id);
    return found == errors_.end() ? 0 : found->second;
}

Transfer FakeKernel::Asked(int id) const
{
    const Request *request = FindRequest(id);
    short opcode = request->copy.aio_lio_opcode;
    return {opcode == IO_CMD_PWRITEV || opcode == IO_CMD_PWRITE,
            request->copy.u.c.offset, request->bytes};
}

size_t FakeKernel::unread() const
{
    size_t events = 0;
    for (const auto &ring : rings_) {
        events += ring->closed() ? 0 : ring->UnreadRequests();
    }
    return events;
}

int FakeKernel::max_events() const
{
    return rings_.empty() ? 0 : rings_.back()->max_events();
}

size_t FakeKernel::open_contexts() const
{
    return std::count_if(rings_.begin(), rings_.end(),
                         [](const auto &ring) { return !ring->closed(); });
}

std::vector<std::string> FakeKernel::Unfired() const
{
    std::vector<std::string> unfired = faults_.Unfired();
    for (const auto &[id, error] : refused_) {
        if (!refusals_fired_.contains(id)) {
            unfired.push_back("refusal of request " + std::to_string(id));
        }
    }
    for (const auto &[id, hook] : after_) {
        unfired.push_back("hook at io_submit of " + std::to_string(id));
    }
    if (!later_.empty()) {
        unfired.push_back(std::to_string(later_.size()) +
                          " deliveries for when the loop sleeps");
    }
    return unfired;
}

std::string FakeKernel::RingText() const
{
    if (rings_.empty() || rings_.back()->closed()) {
        return "no ring";
    }
    return "head " + std::to_string(rings_.back()->head()) + " tail " +
           std::to_string(rings_.back()->tail());
}

}  // namespace laio
