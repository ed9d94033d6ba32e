// One side of a comparison: a subject on a kernel and a file.
//
// Thread: one, of a process without others: it starts processes.

#ifndef TESTS_DIFFERENTIAL_SIDE_H
#define TESTS_DIFFERENTIAL_SIDE_H

#include <cstdint>
#include <string>
#include <vector>

#include "tests/programs/batch.h"
#include "tools/base/result.h"

namespace laio {

enum class SideKernel {
    kFake,
    kBuffered,  // the real one
    kDirect,    // the real one, O_DIRECT
};

struct Side {
    std::string name;  // for a reader
    SubjectFile subject;
    SideKernel kernel = SideKernel::kFake;
    std::string folder;  // of the file; empty for kFake
};

// What a caller saw of each program: a line per request and per part of the
// file that was changed. Fewer than asked for when one did not end; the last
// then says why.
using SideResults = std::vector<std::string>;

// Plays the random programs of `seed`, `seed` + 1, ... on one side.
//
// Returns:  an Error of kind kEnvironment when there is no kernel AIO, the
//           folder cannot be written to or its file system has no O_DIRECT.
Result<SideResults> PlaySide(const Side &side, uint64_t seed, int programs);

}  // namespace laio

#endif  // TESTS_DIFFERENTIAL_SIDE_H
