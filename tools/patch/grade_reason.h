// Why a file has no better grade, in words.

#ifndef TOOLS_PATCH_GRADE_REASON_H
#define TOOLS_PATCH_GRADE_REASON_H

#include <string>

#include "tools/patch/salvage.h"

namespace laio {

// Of Grade::kConsistent.
std::string WhyNoProof(bool id_given);

struct GuessEvidence {
    bool id_fits = false;      // but the proof is too weak
    bool all_known = false;    // every line, and in one reading
    bool only_readings_open = false;  // lines are known in every reading
    bool id_given = false;
    bool base_proven = false;
};

// Of Grade::kGuessed.
std::string WhyGuessed(const SalvagedFile &file,
                       const GuessEvidence &evidence);

}  // namespace laio

#endif  // TOOLS_PATCH_GRADE_REASON_H
