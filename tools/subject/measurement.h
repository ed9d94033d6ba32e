// Measurements of a subject's I/O, and what several of them say together.
//
// Values only; tools/subject/bench.h makes them.

#ifndef TOOLS_SUBJECT_MEASUREMENT_H
#define TOOLS_SUBJECT_MEASUREMENT_H

#include <limits>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "tools/base/result.h"

namespace laio {

// A quantity that an engine does not tell; null in JSON.
inline constexpr double kNotTold = std::numeric_limits<double>::quiet_NaN();

// One run of one engine.
struct Measurement {
    std::string engine;   // "laio", "fio", a subject's name
    std::string variant;  // of the engine: "ring", "libaio"; may be empty
    std::string reap;     // "ring" or "getevents": how it takes completions
    bool poll = false;    // it polls before it sleeps
    std::string file;
    std::string rw;  // "randread", ...
    bool direct = false;
    int qd = 0;         // requests in flight, of each job
    int jobs = 1;
    int batch = 0;      // requests per submission at most
    int bs_bytes = 0;
    double iops = 0;
    double user_ns_per_io = 0;
    double sys_ns_per_io = 0;
    std::map<std::string, double> syscalls_per_io;  // empty: not told
    double completions_per_wakeup = kNotTold;
    double p50_us = kNotTold;
    double p99_us = kNotTold;
    double p999_us = kNotTold;

    double mb_per_s() const { return iops * bs_bytes / 1e6; }
    double cpu_ns_per_io() const { return user_ns_per_io + sys_ns_per_io; }
};

// "laio (ring)": the engine, and its variant or how it takes completions.
std::string LabelOf(const Measurement &measurement);

// A quantity in repeated runs.
struct Spread {
    double median = 0;
    double low = 0;
    double high = 0;
};

// One engine beside another; each repeat is compared with its neighbour in
// time, so that what slows the machine down for a while slows both.
struct Ratio {
    std::string engine;  // a label, as `over`
    std::string over;
    int qd = 0;
    Spread iops;            // above 1: `engine` is faster
    Spread user_ns_per_io;  // below 1: `engine` uses less
    // User and system time together, which the kernel knows to the nanosecond,
    // while some kernels only sample which of the two it was.
    Spread cpu_ns_per_io;
};

// An engine that was wanted beside the others and could not run.
struct NotMeasured {
    std::string engine;  // a label
    std::string why;
};

struct Comparison {
    std::vector<Measurement> runs;  // medians, one per engine and depth
    std::vector<Ratio> ratios;      // of the first engine over each other one
    std::vector<NotMeasured> not_measured;
    int repeats = 0;
    // What the medians are of, one round per repeat.
    std::vector<std::vector<Measurement>> rounds;
};

// Requires: at least one value.
Spread SpreadOf(std::vector<double> values);

// Sums up rounds of interleaved runs.
//
//   rounds  each has one Measurement per engine and depth, in the same order
// Requires: at least one round, all of the same shape.
Comparison Compare(const std::vector<std::vector<Measurement>> &rounds);

// {"engine","variant","reap","poll","file","rw","direct","qd","numjobs",
//  "batch","bs","iops","mb_per_s","user_ns_per_io","sys_ns_per_io",
//  "syscalls_per_io":{},"completions_per_wakeup","p50_us","p99_us","p999_us"}
nlohmann::json ToJson(const Measurement &measurement);
// Returns:  an Error naming the member that is missing or wrong.
Result<Measurement> MeasurementFromJson(const nlohmann::json &json);

// {"runs":[...],"ratios":[{"engine","over","qd","iops":{"median","low",
//  "high"},"user_ns_per_io":{...},"cpu_ns_per_io":{...}}],
//  "not_measured":[{"engine","why"}],"repeats"}
nlohmann::json ToJson(const Comparison &comparison);

}  // namespace laio

#endif  // TOOLS_SUBJECT_MEASUREMENT_H
