#include "tests/fake_kernel/fake_ring.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace laio {

namespace {

constexpr size_t kHeaderBytes = 32;
constexpr size_t kEventBytes = 32;
static_assert(sizeof(io_event) == kEventBytes);

size_t PageBytes()
{
    return static_cast<size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

GuardedMemory::GuardedMemory(size_t bytes)
{
    size_t page = PageBytes();
    size_t usable = (bytes + page - 1) / page * page;
    mapped_ = usable + page;
    void *base = mmap(nullptr, mapped_, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (base == MAP_FAILED || bytes > usable) {
        perror("cannot map a completion ring");
        abort();
    }
    base_ = static_cast<char *>(base);
    mprotect(base_ + usable, page, PROT_NONE);
    data_ = base_ + usable - bytes;
}

GuardedMemory::~GuardedMemory()
{
    munmap(base_, mapped_);
}

void GuardedMemory::Close()
{
    mprotect(base_, mapped_, PROT_NONE);
}

unsigned FakeRing::SlotsFor(const RingPlan &plan, int max_events)
{
    if (plan.nr) {
        return plan.nr;
    }
    // Twice the events and two more, rounded up to whole pages.
    size_t slots = 2 * static_cast<size_t>(max_events) + 2;
    size_t bytes = kHeaderBytes + slots * kEventBytes;
    size_t pages = (bytes + PageBytes() - 1) / PageBytes();
    return (pages * PageBytes() - kHeaderBytes) / kEventBytes;
}

FakeRing::FakeRing(const RingPlan &plan, int max_events)
    : max_events_(max_events),
      nr_(SlotsFor(plan, max_events)),
      memory_(kHeaderBytes + nr_ * kEventBytes),
      stranger_(kHeaderBytes + nr_ * kEventBytes),
      is_stranger_(plan.magic != kRingMagic || plan.incompat || !plan.mapped),
      written_(plan.start),
      of_poll_(nr_),
      seen_head_(plan.start)
{
    *ring() = {.id = 0,
               .nr = nr_,
               .head = plan.start,
               .tail = plan.start,
               .magic = kRingMagic,
               .compat = 1,
               .incompat = 0,
               .header_length = kHeaderBytes};
    *static_cast<Layout *>(stranger_.data()) = {.id = 0,
                                                .nr = nr_,
                                                .head = 0,
                                                .tail = 0,
                                                .magic = plan.magic,
                                                .compat = 1,
                                                .incompat = plan.incompat,
                                                .header_length = kHeaderBytes};
    if (!plan.mapped) {
        stranger_.Close();
    }
}

io_context_t FakeRing::id() const
{
    return static_cast<io_context_t>(is_stranger_ ? stranger_.data()
                                                  : memory_.data());
}

unsigned FakeRing::head() const
{
    // Pairs with the reader's release of head: slots before it may be reused.
    return __atomic_load_n(&ring()->head, __ATOMIC_ACQUIRE);
}

unsigned FakeRing::tail() const
{
    return ring()->tail;
}

bool FakeRing::Put(const io_event &event, bool of_poll)
{
    if (Unread() + 1 >= nr_) {
        return false;
    }
    of_poll_[written_] = of_poll;
    ring()->events[written_] = event;
    written_ = (written_ + 1) % nr_;
    return true;
}

void FakeRing::Publish()
{
    // Pairs with the reader's acquire of tail: events [head, tail) are whole.
    __atomic_store_n(&ring()->tail, written_, __ATOMIC_RELEASE);
}

unsigned FakeRing::Unread() const
{
    return (written_ + nr_ - head() % nr_) % nr_;
}

unsigned FakeRing::UnreadRequests() const
{
    unsigned requests = 0;
    for (unsigned i = head() % nr_; i != written_; i = (i + 1) % nr_) {
        requests += !of_poll_[i];
    }
    return requests;
}

unsigned FakeRing::Published() const
{
    return (tail() + nr_ - head() % nr_) % nr_;
}

bool FakeRing::Take(io_event *event)
{
    if (!Published()) {
        return false;
    }
    *event = ring()->events[head()];
    __atomic_store_n(&ring()->head, (head() + 1) % nr_, __ATOMIC_RELEASE);
    CheckHead();
    return true;
}

std::string FakeRing::CheckHead()
{
    if (closed_) {
        return "";
    }
    unsigned now = head();
    if (now >= nr_) {
        return "head is " + std::to_string(now) + " in a ring of " +
               std::to_string(nr_) + " slots";
    }
    unsigned moved = (now + nr_ - seen_head_) % nr_;
    unsigned could = (tail() + nr_ - seen_head_) % nr_;
    if (moved > could) {
        return "head went from " + std::to_string(seen_head_) + " to " +
               std::to_string(now) + ", past tail " + std::to_string(tail());
    }
    seen_head_ = now;
    consumed_ += moved;
    return "";
}

void FakeRing::Close()
{
    memory_.Close();
    stranger_.Close();
    closed_ = true;
}

}  // namespace laio
