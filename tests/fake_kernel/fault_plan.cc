#include "tests/fake_kernel/fault_plan.h"

#include <cstring>

namespace laio {

const char *KernelCallName(KernelCall call)
{
    static constexpr const char *kNames[kKernelCalls] = {
        "io_setup",   "io_submit",          "io_getevents",     "io_cancel",
        "io_destroy", "io_submit of a poll", "io_cancel of a poll"};
    return kNames[static_cast<int>(call)];
}

void FaultPlan::Add(const Fault &fault)
{
    planned_.push_back({fault, false});
}

std::optional<long> FaultPlan::Next(KernelCall call)
{
    int nth = ++calls_[static_cast<int>(call)];
    for (Planned &planned : planned_) {
        if (planned.fault.call == call && planned.fault.nth == nth) {
            planned.fired = true;
            return planned.fault.result;
        }
    }
    return std::nullopt;
}

int FaultPlan::Calls(KernelCall call) const
{
    return calls_[static_cast<int>(call)];
}

int FaultPlan::AllCalls() const
{
    int all = 0;
    for (int calls : calls_) {
        all += calls;
    }
    return all;
}

void FaultPlan::ForgetUnfired()
{
    std::erase_if(planned_, [](const Planned &p) { return !p.fired; });
}

std::vector<std::string> FaultPlan::Unfired() const
{
    std::vector<std::string> unfired;
    for (const Planned &planned : planned_) {
        if (!planned.fired) {
            unfired.push_back(std::string(KernelCallName(planned.fault.call)) +
                              " call " + std::to_string(planned.fault.nth) +
                              " = " + ResultText(planned.fault.result));
        }
    }
    return unfired;
}

std::string ResultText(long result)
{
    const char *name =
        result < 0 ? strerrorname_np(static_cast<int>(-result)) : nullptr;
    return name ? std::string("-") + name : std::to_string(result);
}

}  // namespace laio
