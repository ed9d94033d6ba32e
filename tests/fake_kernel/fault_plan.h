// Faults as a plan: the nth call of a kind answers with this result.
//
// Owned by a FakeKernel. A planned fault that never fired means that the test
// did not test what it says, so whoever made the plan asks for Unfired().
// Thread: one.

#ifndef TESTS_FAKE_KERNEL_FAULT_PLAN_H
#define TESTS_FAKE_KERNEL_FAULT_PLAN_H

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace laio {

// What a loop does with polls of its own is counted apart, so that a plan for
// requests means those.
enum class KernelCall {
    kSetup,
    kSubmit,
    kGetevents,
    kCancel,
    kDestroy,
    kSubmitPoll,  // io_submit() of one IOCB_CMD_POLL
    kCancelPoll,  // io_cancel() of one
};

inline constexpr int kKernelCalls = 7;

// "io_submit" and so on.
const char *KernelCallName(KernelCall call);

struct Fault {
    KernelCall call;
    int nth;      // counts from 1 over the calls of that kind
    long result;  // -errno, or for io_submit and io_getevents how many it takes
};

class FaultPlan {
 public:
    void Add(const Fault &fault);

    // The fault of the call that is made now, counted by this function.
    std::optional<long> Next(KernelCall call);

    // Calls of a kind so far.
    int Calls(KernelCall call) const;
    int AllCalls() const;

    // `io_submit call 3 = -EAGAIN` for each fault that did not fire.
    std::vector<std::string> Unfired() const;
    void ForgetUnfired();

 private:
    struct Planned {
        Fault fault;
        bool fired = false;
    };

    std::vector<Planned> planned_;
    std::array<int, kKernelCalls> calls_{};
};

// "-EAGAIN" for -11; the number itself where it is no -errno.
std::string ResultText(long result);

}  // namespace laio

#endif  // TESTS_FAKE_KERNEL_FAULT_PLAN_H
