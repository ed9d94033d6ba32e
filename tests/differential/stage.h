// Where programs are played: a loaded subject on one of the kernels. Lives in
// the process of a side.
//
// Thread: one, the home of the context.

#ifndef TESTS_DIFFERENTIAL_STAGE_H
#define TESTS_DIFFERENTIAL_STAGE_H

#include <functional>
#include <string>

#include "tests/differential/real_file.h"
#include "tests/harness/subject_api.h"
#include "tests/programs/program.h"

namespace laio {

// Plays `program` on a fake kernel of its own, which serves requests in an
// order of its own and some inside io_submit(), each with as many bytes as
// there are in the file.
//
//   hangs  told why when the program never ends; must not return
// Returns:  what the caller and the file show.
std::string PlayOnFake(SubjectApi *api, const Program &program,
                       const std::function<void(std::string)> &hangs);

// A subject on the real kernel; it stays initialised from one program to the
// next, so that its ring is met at every place.
class RealStage {
 public:
    // Keeps: both, which must outlive it.
    RealStage(SubjectApi *api, RealFile *file) : api_(api), file_(file) {}

    // Returns:  what the caller and the file show.
    std::string Play(const Program &program);

 private:
    SubjectApi *api_;
    RealFile *file_;
    LinuxAioState *state_ = nullptr;
};

}  // namespace laio

#endif  // TESTS_DIFFERENTIAL_STAGE_H
