#include "tests/harness/shared_report.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <type_traits>

namespace laio {

namespace {

template <size_t N>
void CopyText(std::string_view text, char (&out)[N])
{
    size_t bytes = std::min(text.size(), N - 1);
    memcpy(out, text.data(), bytes);
    out[bytes] = '\0';
    if (bytes < text.size()) {
        memcpy(out + N - 4, "...", 3);
    }
}

template <size_t N>
std::string TextOf(const char (&text)[N])
{
    return std::string(text, strnlen(text, N));
}

Actor ActorOf(int number)
{
    return static_cast<Actor>(
        std::clamp(number, 0, static_cast<int>(Actor::kKernel)));
}

}  // namespace

void SharedReport::Unmap::operator()(SharedReport *report) const
{
    munmap(report, sizeof(*report));
}

SharedReport::Ptr SharedReport::Make()
{
    static_assert(std::is_trivial_v<SharedReport>,
                  "zeroed pages must be an empty report");
    void *memory = mmap(nullptr, sizeof(SharedReport), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return Ptr(memory == MAP_FAILED ? nullptr
                                    : static_cast<SharedReport *>(memory));
}

void SharedReport::Clear()
{
    steps_ = 0;
    verdict_ = 0;
    detail_[0] = '\0';
}

const SharedReport::Event &SharedReport::Slot(int step) const
{
    int index = step <= kFirst ? step - 1
                               : kFirst + (step - kFirst - 1) % kLast;
    return events_[index];
}

SharedReport::Event &SharedReport::Slot(int step)
{
    return const_cast<Event &>(std::as_const(*this).Slot(step));
}

int SharedReport::Record(int depth, Actor from, Actor to,
                         std::string_view text)
{
    int step = ++steps_;
    Event &event = Slot(step);
    event.step = step;
    event.depth = depth;
    event.from = static_cast<int>(from);
    event.to = static_cast<int>(to);
    event.broken = 0;
    CopyText(text, event.text);
    return step;
}

void SharedReport::Amend(int step, std::string_view text)
{
    if (Slot(step).step == step) {
        CopyText(text, Slot(step).text);
    }
}

void SharedReport::MarkBroken()
{
    if (steps_ > 0) {
        Slot(steps_).broken = 1;
    }
}

void SharedReport::SetVerdict(Verdict verdict, std::string_view detail)
{
    CopyText(detail, detail_);
    verdict_ = 1 + static_cast<int>(verdict);
}

std::optional<Verdict> SharedReport::verdict() const
{
    if (verdict_ < 1 || verdict_ > 1 + static_cast<int>(Verdict::kSkip)) {
        return std::nullopt;
    }
    return static_cast<Verdict>(verdict_ - 1);
}

std::string SharedReport::detail() const
{
    return TextOf(detail_);
}

std::vector<TraceEvent> SharedReport::Trace() const
{
    std::vector<TraceEvent> trace;
    int left_out = std::max(0, steps_ - kFirst - kLast);
    for (int step = 1; step <= steps_; step++) {
        if (left_out && step == kFirst + 1) {
            trace.push_back({step, 0, Actor::kCaller, Actor::kCaller,
                             "(" + std::to_string(left_out) +
                                 " steps left out)",
                             false});
            step += left_out;
        }
        const Event &event = Slot(step);
        trace.push_back({event.step, event.depth, ActorOf(event.from),
                         ActorOf(event.to), TextOf(event.text),
                         event.broken != 0});
    }
    return trace;
}

}  // namespace laio
