// What qemu-img bench says of a run, and what it is told to do.

#ifndef TOOLS_SUBJECT_QEMU_IMG_RUN_H
#define TOOLS_SUBJECT_QEMU_IMG_RUN_H

#include <cstdint>
#include <string>

#include "tools/base/result.h"

namespace laio {

// Returns:  the seconds of "Run completed in N seconds."; an Error with the
//           text where there is no such line.
Result<double> ReadQemuImgSeconds(const std::string &text);

struct ProcessorTime {
    double user_seconds = 0;
    double system_seconds = 0;
};

// Returns:  the two numbers of the last line; an Error where there are none.
Result<ProcessorTime> ReadTimeOfShell(const std::string &text);

// It only knows sequences, each request so many bytes behind the last one and
// around at the end of the file. This step comes to every block once, in an
// order in which neighbours are far apart.
//
// Returns:  bytes, a multiple of bs_bytes.
uint64_t FarStep(uint64_t file_bytes, uint64_t bs_bytes);

}  // namespace laio

#endif  // TOOLS_SUBJECT_QEMU_IMG_RUN_H
