// A kernel that does what a test says: AIO contexts in memory, with real
// completion rings, real eventfds and scripted answers.
//
// Owned by the test, which puts it in force with io_kernel_replace().
// A request is known by a number that its caller encodes in the file offset:
// offset / kRequestStride. Nobody ever sleeps in it: a loop that would is
// given what the script still has to deliver, and else is reported as hanging.
// An IOCB_CMD_POLL, which is a loop's and no request, is of real descriptors;
// that they are ready is noticed at the next call.
// Thread: one at a time, for everything.

#ifndef TESTS_FAKE_KERNEL_FAKE_KERNEL_H
#define TESTS_FAKE_KERNEL_FAKE_KERNEL_H

#include <sys/uio.h>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/fake_kernel/fake_ring.h"
#include "tests/fake_kernel/fault_plan.h"
#include "util/io_kernel.h"

namespace laio {

// File bytes between one request's offset and the next one's.
inline constexpr long long kRequestStride = 1 << 16;

// What a read finds at a file offset, and a write must bring there: never 0.
inline unsigned char FileByte(long long offset_bytes)
{
    return static_cast<unsigned char>(
        1 + (static_cast<unsigned>(offset_bytes) * 7 + 3) % 251);
}

// The number of the request that an iocb belongs to.
int RequestIdOf(const struct iocb *iocb);

// Who is told what happens.
class KernelListener {
 public:
    virtual ~KernelListener() = default;

    // A call begins: `io_submit [1 2]`; it returned `result`. Calls nest when
    // a hook makes another.
    virtual void CallBegins(const std::string &text) = 0;
    virtual void CallEnds(const std::string &text, long result) = 0;
    // The kernel did something by itself: `completes 1, res 512, tail 1`.
    //   wakes  it signalled an eventfd
    virtual void Delivers(const std::string &text, bool wakes) = 0;

    // The caller broke a promise of the interface.
    virtual void PromiseBroken(const std::string &what) = 0;
    // The loop sleeps and nothing will come, or spins without end. Must not
    // return.
    [[noreturn]] virtual void Hangs(const std::string &why) = 0;
};

// What the kernel was asked to transfer.
struct Transfer {
    bool write;
    long long offset_bytes;
    size_t bytes;

    bool operator==(const Transfer &) const = default;
};

class FakeKernel final : public IoKernel {
 public:
    using Hook = std::function<void()>;

    explicit FakeKernel(KernelListener *listener);
    ~FakeKernel() override;

    // The plan; all of it may also be changed while requests are in flight.

    // Rings of the contexts that io_setup() makes from now on.
    void set_ring(const RingPlan &plan) { ring_plan_ = plan; }
    // Requests that a context holds at most before io_submit() says EAGAIN;
    // 0: as many as its ring has free slots, of which a poll needs one, too.
    void set_capacity(unsigned requests) { capacity_ = requests; }
    // Seam calls and looks that a test may make before it counts as spinning.
    void set_step_budget(long steps) { step_budget_ = steps; }
    void Plan(const Fault &fault) { faults_.Add(fault); }
    // io_submit() of `id` fails with `error` whenever `id` is the first.
    void Refuse(int id, int error) { refused_[id] = error; }
    // Runs right before the io_submit() that took `id` returns; once.
    void AfterTaking(int id, Hook hook) { after_[id] = std::move(hook); }
    // Runs before every io_submit() that took some returns.
    //   taken  numbers of the requests that it took
    void OnTaken(std::function<void(const std::vector<int> &taken)> hook)
    {
        on_taken_ = std::move(hook);
    }
    // Runs when the loop is about to sleep; one per sleep, in this order.
    void Later(Hook hook) { later_.push_back(std::move(hook)); }
    // Runs when the loop is about to sleep and nothing else is to come later;
    // returns whether it did something.
    void WhenIdle(std::function<bool()> hook) { when_idle_ = std::move(hook); }

    // Finishing requests. Requires: InFlight(id).

    // All three steps below. `res` is bytes or -errno.
    void Complete(int id, long res);
    // Puts the event of `id` into the ring, where nobody sees it yet.
    void PutEvent(int id, long res);
    // Moves tail over every event that was put.
    void MoveTail();
    // Signals the eventfd of `id`, whose event was put.
    void Signal(int id);

    // Moves tail over the events that were put and signals their eventfds.
    // Returns:  false when all of that was done already.
    bool FinishSteps();

    // Drops what was planned and has not fired.
    void ForgetUnfired();

    // What has happened.

    bool InFlight(int id) const;
    // Requires: InFlight(id).
    Transfer Asked(int id) const;
    size_t in_flight() const { return requests_.size(); }
    // Whether one context holds both.
    // Requires: InFlight(id) and InFlight(other).
    bool InSameContext(int id, int other) const;
    // In the order of taking.
    std::vector<int> InFlightIds() const;
    // The error that io_submit() last told of a request; 0 when it never did.
    long ErrorOf(int id) const;
    // The one that has been in flight longest; 0 when none is.
    int Oldest() const { return requests_.empty() ? 0 : requests_[0].id; }
    // Events of requests in the rings that nobody has read, visible or not.
    size_t unread() const;
    // Polls that have not ended.
    size_t polls() const { return polls_.size(); }
    // Numbers of the requests taken, in the order of taking.
    const std::vector<int> &taken() const { return taken_; }
    // The most that one io_submit() was given.
    long largest_batch() const { return largest_batch_; }
    // The most that one context held: in flight and unread together.
    size_t most_held() const { return most_held_; }
    int max_events() const;
    int calls(KernelCall call) const { return faults_.Calls(call); }
    int all_calls() const { return faults_.AllCalls(); }
    size_t open_contexts() const;
    // Planned faults and hooks that never fired.
    std::vector<std::string> Unfired() const;
    // `head 1 tail 2` of the newest ring.
    std::string RingText() const;

    int setup(int max_events, io_context_t *ctx) override;
    int submit(io_context_t ctx, long nr, struct iocb **iocbs) override;
    int getevents(io_context_t ctx, long min_nr, long nr,
                  struct io_event *events, struct timespec *timeout) override;
    int cancel(io_context_t ctx, struct iocb *iocb,
               struct io_event *event) override;
    int destroy(io_context_t ctx) override;
    int poll(struct pollfd *fds, unsigned nfds, int64_t timeout_ns) override;

 private:
    struct Request {
        int id;
        FakeRing *ring;
        struct iocb *user;  // never read again once taken, as in the kernel
        struct iocb copy;
        std::vector<iovec> iov;
        size_t bytes;
    };

    struct Poll {
        FakeRing *ring;
        struct iocb *user;
        void *data;
        struct pollfd fd;  // a copy of the descriptor: the file stays open
        bool cancelled = false;
    };

    FakeRing *FindRing(io_context_t ctx);
    const Request *FindRequest(int id) const;
    int DoSetup(int max_events, io_context_t *ctx);
    long DoSubmit(FakeRing *ring, long nr, struct iocb **iocbs);
    long DoGetevents(FakeRing *ring, long min_nr, long nr,
                     struct io_event *events, bool for_ever);
    int DoCancel(struct iocb *iocb, struct io_event *event);
    int SubmitPoll(FakeRing *ring, struct iocb *iocb);
    int CancelPoll(FakeRing *ring, const struct iocb *iocb);
    void FinishPolls();
    void ClosePolls(const FakeRing *ring);
    long TakeSome(FakeRing *ring, long most, struct iocb **iocbs);
    void Take(FakeRing *ring, struct iocb *iocb);
    void CheckBatch(long nr, struct iocb **iocbs);
    bool HasRoom(const FakeRing *ring) const;
    size_t Held(const FakeRing *ring) const;
    bool DeliverLater();
    void CheckHeads();
    void CountStep();
    void MoveData(const Request &request, long res);
    void DoPutEvent(int id, long res);
    void DoMoveTail();
    void DoSignal(int id);
    void RunHooks(const std::vector<int> &ids);
    [[noreturn]] void HangAsleep();

    KernelListener *listener_;
    FaultPlan faults_;
    RingPlan ring_plan_;
    unsigned capacity_ = 0;
    long step_budget_ = 20'000;
    long steps_ = 0;
    std::map<int, int> refused_;
    std::set<int> refusals_fired_;
    std::map<int, Hook> after_;
    std::function<void(const std::vector<int> &)> on_taken_;
    std::map<int, long> errors_;  // number -> what io_submit() said
    std::deque<Hook> later_;
    std::function<bool()> when_idle_;

    std::vector<std::unique_ptr<FakeRing>> rings_;
    std::vector<Request> requests_;
    std::vector<Poll> polls_;
    std::map<int, int> unsignalled_;  // number -> a copy of its eventfd
    std::vector<int> taken_;
    long largest_batch_ = 0;
    size_t most_held_ = 0;
};

}  // namespace laio

#endif  // TESTS_FAKE_KERNEL_FAKE_KERNEL_H
