// Measuring a subject: the I/O bench, in a sandbox, on a file of the user's.

#ifndef TOOLS_SUBJECT_BENCH_H
#define TOOLS_SUBJECT_BENCH_H

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/subject/kit.h"
#include "tools/subject/measurement.h"
#include "tools/subject/run.h"
#include "tools/subject/sandbox.h"

namespace laio {

struct BenchOptions {
    std::filesystem::path file;  // a file or block device
    std::string rw = "randread";
    bool direct = false;       // past the page cache
    bool allow_write = false;  // without it a writing mode is refused
    int bs_bytes = 4096;
    std::vector<int> queue_depths = {32};
    std::chrono::milliseconds runtime{1'000};  // of one run
    int repeats = 3;
};

// Whether a mode of that name changes the file.
bool WritesToFile(const std::string &rw);

// Returns:  an Error of kind kUsage for a writing mode or a device that is not
//           allowed, of kind kBadInput for a file that is not there.
Status CheckBenchFile(const BenchOptions &options);

// Runs every engine at every depth, `repeats` times over, one after another.
//
//   progress  is told of each run before it starts; may be empty
// Returns:  the errors of CheckBenchFile(); one of kind kBadInput when an
//           engine fails.
Result<Comparison> Bench(const std::vector<BuiltSubject> &engines,
                         const Kit &kit, const std::filesystem::path &folder,
                         SandboxMode mode, const BenchOptions &options,
                         const std::function<void(std::string)> &progress);

}  // namespace laio

#endif  // TOOLS_SUBJECT_BENCH_H
