// Running another program and hearing what it said.

#ifndef TOOLS_BASE_PROCESS_H
#define TOOLS_BASE_PROCESS_H

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "tools/base/result.h"

namespace laio {

struct ProcessOptions {
    std::string input;      // what it reads on stdin
    std::string directory;  // where it starts; empty: here
    std::chrono::milliseconds timeout{60'000};
    size_t max_output_bytes = 64 << 20;  // stdout and stderr together
};

struct ProcessResult {
    int exit_status = 0;     // 128 + signal when a signal ended it
    bool timed_out = false;  // killed because the time was over
    std::string out;
    std::string err;
    double user_seconds = 0;    // of it and of those it waited for
    double system_seconds = 0;
};

// Runs argv[0], found on PATH, without a shell, and waits for its end. It
// leads a process group of its own; what is left of the group at its end, or
// when the time is over, is killed.
//
// Returns:  an Error of kind kEnvironment when it cannot be started, or was
//           killed because it said more than max_output_bytes.
// Thread:   any.
Result<ProcessResult> RunProcess(const std::vector<std::string> &argv,
                                 const ProcessOptions &options = {});

}  // namespace laio

#endif  // TOOLS_BASE_PROCESS_H
