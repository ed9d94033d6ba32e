#include "tests/bench/measurement.h"

namespace laio {
namespace {

double Seconds(const timeval &from, const timeval &to)
{
    return static_cast<double>(to.tv_sec - from.tv_sec) +
           static_cast<double>(to.tv_usec - from.tv_usec) / 1e6;
}

}  // namespace

void Measurement::Look(Clock::time_point started)
{
    const Clock::time_point now = Clock::now();
    if (!warm_) {
        warm_ = IsReached(begin_, limits_.warm_up_ms, now);
        if (warm_) {
            measured_from_ = Take(now);
            finished_ = 0;
            wanted_ = limits_.ios;
        }
        return;
    }
    if (started != Clock::time_point()) {
        result_.latency.Add(static_cast<uint64_t>(
            std::chrono::nanoseconds(now - started).count()));
    }
    if (IsReached(measured_from_.time, limits_.runtime_ms, now)) {
        End(now);
    }
}

bool Measurement::IsReached(Clock::time_point from, uint64_t ms,
                            Clock::time_point now) const
{
    return wanted_ > 0 ? finished_ >= wanted_
                       : now - from >= std::chrono::milliseconds(ms);
}

Measurement::Snapshot Measurement::Take(Clock::time_point now) const
{
    Snapshot snapshot{now, {}, kernel_.counts(), wakeups_};
    getrusage(RUSAGE_SELF, &snapshot.usage);
    return snapshot;
}

void Measurement::End(Clock::time_point now)
{
    const Snapshot end = Take(now);
    const Snapshot &begin = measured_from_;
    over_ = true;
    result_.ios = finished_;
    result_.seconds =
        std::chrono::duration<double>(end.time - begin.time).count();
    result_.user_seconds = Seconds(begin.usage.ru_utime, end.usage.ru_utime);
    result_.system_seconds = Seconds(begin.usage.ru_stime, end.usage.ru_stime);
    result_.calls = end.calls - begin.calls;
    result_.wakeups = end.wakeups - begin.wakeups;
}

}  // namespace laio
