#include "tests/bench/measurement.h"

namespace laio {
namespace {

double Seconds(const timeval &from, const timeval &to)
{
    return static_cast<double>(to.tv_sec - from.tv_sec) +
           static_cast<double>(to.tv_usec - from.tv_usec) / 1e6;
}

}  // namespace

void Measurement::Finished(Clock::time_point started)
{
    const Clock::time_point now = Clock::now();
    if (over_) {
        return;
    }
    if (!warm_) {
        warm_up_ios_++;
        warm_ = IsWarm(now);
        if (warm_) {
            measured_from_ = Take(now);
        }
        return;
    }
    result_.latency.Add(static_cast<uint64_t>(
        std::chrono::nanoseconds(now - started).count()));
    result_.ios++;
    if (IsEnough(now)) {
        End(now);
    }
}

bool Measurement::IsWarm(Clock::time_point now) const
{
    if (limits_.ios > 0) {
        return warm_up_ios_ > limits_.ios / 10;
    }
    return now - begin_ >= std::chrono::milliseconds(limits_.warm_up_ms);
}

bool Measurement::IsEnough(Clock::time_point now) const
{
    if (limits_.ios > 0) {
        return result_.ios >= limits_.ios;
    }
    return now - measured_from_.time >=
           std::chrono::milliseconds(limits_.runtime_ms);
}

Measurement::Snapshot Measurement::Take(Clock::time_point now) const
{
    Snapshot snapshot{now, {}, kernel_.counts()};
    getrusage(RUSAGE_SELF, &snapshot.usage);
    return snapshot;
}

void Measurement::End(Clock::time_point now)
{
    const Snapshot end = Take(now);
    const Snapshot &begin = measured_from_;
    over_ = true;
    result_.seconds =
        std::chrono::duration<double>(end.time - begin.time).count();
    result_.user_seconds = Seconds(begin.usage.ru_utime, end.usage.ru_utime);
    result_.system_seconds = Seconds(begin.usage.ru_stime, end.usage.ru_stime);
    result_.calls = end.calls - begin.calls;
}

}  // namespace laio
