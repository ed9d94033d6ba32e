// Plays programs on a subject, many to a process, until one does not pass.
//
// A program that breaks a promise ends its process, as a scenario does; which
// one it was is known from memory that both processes see.
// Thread: one, of a process without others.

#ifndef TESTS_PROGRAMS_BATCH_H
#define TESTS_PROGRAMS_BATCH_H

#include <cstdint>
#include <optional>
#include <string>

#include "tests/harness/shared_report.h"
#include "tests/harness/traits.h"
#include "tests/harness/verdict.h"
#include "tests/programs/program.h"

namespace laio {

// A subject that can be loaded.
struct SubjectFile {
    std::string shared_object;
    Traits traits;  // of its source
};

// What to play next.
class ProgramSource {
 public:
    virtual ~ProgramSource() = default;
    // Returns:  false when there is no more.
    virtual bool Next(Program *program) = 0;
    // What the one that Next() gave is called, such as its seed.
    virtual uint64_t Label() const { return 0; }
    // The last one passed. `counted`: its last verb did something.
    virtual void Passed(bool counted) {}
};

struct Finding {
    Program program;
    ScenarioResult result;  // verdict, detail and trace
};

struct BatchResult {
    long programs = 0;  // that were played
    long steps = 0;     // verbs that did something
    uint64_t label = 0;  // of the last one
    std::optional<Finding> finding;
};

// Plays until `source`, which lives in the other process, has no more, or a
// program does not pass.
BatchResult PlayBatch(const SubjectFile &subject, ProgramSource *source);

// Plays one program in a process of its own.
ScenarioResult PlayAlone(const SubjectFile &subject, const Program &program);

}  // namespace laio

#endif  // TESTS_PROGRAMS_BATCH_H
