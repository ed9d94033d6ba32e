// The verbs of a scenario: one subject in one loop on a fake kernel.
//
// Made by the process that runs the scenario, which ends with it: a verb that
// finds a promise broken reports it and ends the process. Requests are known
// by small numbers that the scenario chooses. The subject is initialised and
// attached by the first verb that needs it, so that a scenario can plan before.
// Thread: one at a time: the home of the context, or the other thread while
// the home waits in InOtherThread().

#ifndef TESTS_HARNESS_WORLD_H
#define TESTS_HARNESS_WORLD_H

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/fake_kernel/fake_kernel.h"
#include "tests/harness/io_request.h"
#include "tests/harness/second_thread.h"
#include "tests/harness/shared_report.h"
#include "tests/harness/subject_api.h"
#include "util/loop_observer.h"

namespace laio {

class World final : private KernelListener, private LoopObserver {
 public:
    // Keeps: both pointers, which must outlive it.
    World(SubjectApi *api, SharedReport *report);
    ~World() override;

    // The plan, what was counted, and single steps of a completion.
    FakeKernel &kernel() { return kernel_; }

    // Life of the subject.

    void Start();     // laio_init() and attach; must succeed
    bool TryStart();  // the same; whether it succeeded
    // Why the last TryStart() did not, as laio_init() says.
    const std::string &refusal() const { return refusal_; }
    void Detach();
    void Attach();
    void Cleanup();   // detaches first when attached
    void CleanupAttached();  // leaves that to the subject

    // The caller.

    // Submits a request: with a callback where the subject has laio_submit(),
    // else in a coroutine of its own.
    void Read(int id, size_t bytes = 512);
    void Write(int id, size_t bytes = 512);
    // The same, of a type that no version knows.
    void Unknown(int id);
    // In a coroutine of its own. Requires: the need kCoroutine.
    void CoRead(int id, size_t bytes = 512);
    void CoWrite(int id, size_t bytes = 512);
    // Runs when `id` completes, in its callback or coroutine.
    void CallbackOf(int id, std::function<void()> program);
    void Plug();
    void Unplug(unsigned long dev_max_batch = 0);
    // Requires: the need kCancel.
    void Cancel(int id);
    // Whether Cancel() would neither fail nor skip.
    bool CanCancel(int id) const;
    // Whether the subject has given its reference to a cancelled request back.
    bool IsReleased(int id);

    // The loop.

    void Poll();          // one turn that does not wait
    void PollBlocking();  // one turn that waits
    void PollUntil(int id);
    // By qemu_aio_wait(), which asks the flush callbacks of old versions
    // whether anything is to come.
    void WaitUntil(int id);
    void PollUntilAllDone();
    // From now on a GMainContext may drive the loop as well, so whatever is to
    // wake it needs a descriptor.
    void EnterGlib();
    // One turn of a GMainContext that has the loop in it, which does not wait.
    void GlibTurn();
    // Runs `program` in every turn of the loop from now on, by a bottom half.
    void EveryTurn(std::function<void()> program);

    // Another thread, which has a loop and a subject of its own; the verbs in
    // `program` are about those.
    // Returns:  once `program` has ended.
    void InOtherThread(std::function<void()> program);
    // Runs when aio_context_acquire() is about to wait for another thread.
    void OnLockWait(std::function<void()> hook)
    {
        lock_wait_ = std::move(hook);
    }

    // The kernel.

    void Complete(int id);            // all bytes
    void Complete(int id, long res);  // bytes or -errno
    // The same when the loop is about to sleep.
    void CompleteLater(int id);
    // The same before the io_submit() that takes `id` returns.
    void CompleteInsideSubmit(int id);
    // Finishes a part; if the subject then asks for the rest, the file ends
    // there for a read and the disk is full for a write.
    void CompleteShort(int id, long res);
    // From now on: when the loop would sleep, the oldest request completes.
    void CompleteAllWhenIdle();
    // FakeKernel::PutEvent(): nobody sees it before the kernel's MoveTail().
    void PutEvent(int id, long res);
    // PutEvent() and MoveTail() without Signal(), see FakeKernel.
    void CompleteWithoutSignal(int id);

    // Promises.

    void ExpectDone(int id);
    void ExpectDone(int id, int ret);
    void ExpectNotDone(int id);
    void ExpectError(int id);  // refused, or done with a negative result
    // `otherwise` says what is wrong when it does not hold.
    void Expect(bool holds, const std::string &otherwise);
    // Every request submitted so far is done.
    void ExpectAllDone();

    bool IsDone(int id) const;
    // NULL before `id` is submitted.
    const IoRequest *Request(int id) const;
    // What the subject's functions can express.
    const Traits &traits() const { return api_->traits(); }
    bool attached() const { return state_ == State::kAttached; }
    AioContext *context() { return ctx_; }
    // Bottom halves that ran so far.
    int bh_count() const { return bh_count_; }
    // Handlers of descriptors that were called so far.
    int handler_count() const { return handler_count_; }
    // Requests with callbacks whose memory is still held by somebody.
    int held_requests() const { return held_requests_; }
    // Whether the last Poll() or PollBlocking() reported progress.
    bool progress() const { return progress_; }

    // The promises that hold at every scenario's end: each request has
    // completed once, no event is unread, every planned fault fired; then
    // cleans up, and looks whether anything still runs or touches the ring.
    void Finish();

    [[noreturn]] void Fail(const std::string &detail);
    [[noreturn]] void Skip(const std::string &reason);

 private:
    enum class State { kNone, kDetached, kAttached };
    enum class Form { kAny, kCoroutine };

    void CallBegins(const std::string &text) override;
    void CallEnds(const std::string &text, long result) override;
    void Delivers(const std::string &text, bool wakes) override;
    void PromiseBroken(const std::string &what) override;
    [[noreturn]] void Hangs(const std::string &why) override;
    void poll_begins(bool blocking) override;
    void poll_ends(bool progress) override;
    void bh_runs(const char *name) override;
    void handler_runs(int fd, const char *what) override;
    void lock_waits() override;
    void request_made() override { held_requests_++; }
    void request_freed() override { held_requests_--; }

    static void OnCallback(void *opaque, int ret);
    static void RunCoroutine(void *opaque);
    static void OnTurn(void *opaque);

    void EnsureStarted();
    void Submit(int id, int type, size_t bytes, Form form);
    void SubmitWithCallback(IoRequest *request);
    void SubmitInCoroutine(IoRequest *request);
    void Completed(IoRequest *request, int ret);
    void FinishRequest(int id, long res);
    void Turn(bool blocking);
    void AnswerRests();
    void CheckEnd();
    void CheckNothingRuns();
    void EndOtherThread();
    void SwapThreads();
    IoRequest &Find(int id);
    void Record(Actor from, Actor to, const std::string &text);
    [[noreturn]] void End(Verdict verdict, Actor actor,
                          const std::string &detail);

    SubjectApi *api_;
    SharedReport *report_;
    FakeKernel kernel_;
    AioContext *ctx_;
    LinuxAioState *subject_ = nullptr;
    State state_ = State::kNone;
    std::string refusal_;
    std::map<int, IoRequest> requests_;
    std::map<int, std::function<void()>> programs_;  // of those to come
    std::set<int> ended_short_;  // whose rest, if asked for, is not there
    std::vector<int> open_calls_;  // steps of the kernel calls being made
    std::function<void()> every_turn_;
    QEMUBH *turn_bh_ = nullptr;
    std::unique_ptr<GSource, decltype(&g_source_unref)> glib_source_{
        nullptr, g_source_unref};
    std::unique_ptr<GMainContext, decltype(&g_main_context_unref)> glib_{
        nullptr, g_main_context_unref};
    // Of the thread whose turn it is not.
    std::unique_ptr<SecondThread> second_;
    AioContext *other_ctx_ = nullptr;
    LinuxAioState *other_subject_ = nullptr;
    State other_state_ = State::kNone;
    std::function<void()> lock_wait_;
    int held_requests_ = 0;
    int handler_count_ = 0;
    int depth_ = 0;
    int bh_count_ = 0;
    bool progress_ = false;
};

}  // namespace laio

#endif  // TESTS_HARNESS_WORLD_H
