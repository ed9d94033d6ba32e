// All programs up to a length over a few verbs, in every ring offset.
//
// Programs whose last verb did nothing are not continued: each would be the
// same as a shorter one.
// Thread: one.

#ifndef TESTS_PROGRAMS_EXHAUSTIVE_H
#define TESTS_PROGRAMS_EXHAUSTIVE_H

#include <vector>

#include "tests/programs/batch.h"

namespace laio {

// A small world: what its programs are made of.
struct SmallWorld {
    const char *name;
    const char *sentence;
    unsigned needs;
    std::vector<Verb> verbs;
    unsigned slots;
    int length;  // verbs in a program, at most, by default
};

const std::vector<SmallWorld> &AllSmallWorlds();

class AllPrograms : public ProgramSource {
 public:
    AllPrograms(const SmallWorld &world, int length);

    bool Next(Program *program) override;
    void Passed(bool counted) override { counted_ = counted; }

 private:
    bool NextVerbs();

    const SmallWorld &world_;
    const int length_;
    std::vector<size_t> chosen_;  // indices into world_.verbs
    unsigned start_ = 0;
    bool counted_ = true;
};

}  // namespace laio

#endif  // TESTS_PROGRAMS_EXHAUSTIVE_H
