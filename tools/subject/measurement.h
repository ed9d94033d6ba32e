// Measurements of a subject's I/O, and what several of them say together.
//
// Values only; tools/subject/bench.h makes them.

#ifndef TOOLS_SUBJECT_MEASUREMENT_H
#define TOOLS_SUBJECT_MEASUREMENT_H

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "tools/base/result.h"

namespace laio {

// One run of one engine.
struct Measurement {
    std::string engine;  // the subject's name
    std::string reap;    // "ring" or "getevents": how it takes completions
    std::string file;
    std::string rw;  // "randread", ...
    bool direct = false;
    int qd = 0;         // requests in flight
    int bs_bytes = 0;
    double iops = 0;
    double user_ns_per_io = 0;
    double sys_ns_per_io = 0;
    std::map<std::string, double> syscalls_per_io;
    double p50_us = 0;
    double p99_us = 0;
    double p999_us = 0;
};

// A quantity in repeated runs.
struct Spread {
    double median = 0;
    double low = 0;
    double high = 0;
};

// One engine beside another; each repeat is compared with its neighbour in
// time, so that what slows the machine down for a while slows both.
struct Ratio {
    std::string engine;
    std::string over;
    int qd = 0;
    Spread iops;            // above 1: `engine` is faster
    Spread user_ns_per_io;  // below 1: `engine` uses less
};

struct Comparison {
    std::vector<Measurement> runs;  // medians, one per engine and depth
    std::vector<Ratio> ratios;      // of each engine over the last one
    int repeats = 0;
};

// Requires: at least one value.
Spread SpreadOf(std::vector<double> values);

// Sums up rounds of interleaved runs.
//
//   rounds  each has one Measurement per engine and depth, in the same order
// Requires: at least one round, all of the same shape.
Comparison Compare(const std::vector<std::vector<Measurement>> &rounds);

// {"engine","reap","file","rw","direct","qd","bs","iops","user_ns_per_io",
//  "sys_ns_per_io","syscalls_per_io":{},"p50_us","p99_us","p999_us"}
nlohmann::json ToJson(const Measurement &measurement);
// Returns:  an Error naming the member that is missing or wrong.
Result<Measurement> MeasurementFromJson(const nlohmann::json &json);

// {"runs":[...],"ratios":[{"engine","over","qd","iops":{"median","low",
//  "high"},"user_ns_per_io":{...}}],"repeats"}
nlohmann::json ToJson(const Comparison &comparison);

}  // namespace laio

#endif  // TOOLS_SUBJECT_MEASUREMENT_H
