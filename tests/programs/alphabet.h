// Which verbs a program is made of, and programs made of bytes.
//
// Each alphabet asks one question of a backend, so that what is broken in one
// respect can still be judged in the others.
// Values; any thread.

#ifndef TESTS_PROGRAMS_ALPHABET_H
#define TESTS_PROGRAMS_ALPHABET_H

#include <cstdint>
#include <string>
#include <vector>

#include "tests/programs/program.h"

namespace laio {

struct Alphabet {
    const char *name;      // `no-room`
    const char *sentence;  // the promise that its programs put to the test
    unsigned needs;        // Need of tests/harness/scenario.h
    std::vector<VerbKind> verbs;    // one named twice is twice as likely
    std::vector<Outcome> outcomes;
    std::vector<RingKind> rings;
};

// All there are; the last one has everything that a kernel can really do.
const std::vector<Alphabet> &AllAlphabets();

// Returns:  NULL when none is called that.
const Alphabet *FindAlphabet(const std::string &name);

// Makes a program of any bytes; the same one of the same bytes.
//
//   bytes  two for the ring, about two for each verb
Program DecodeProgram(const std::vector<uint8_t> &bytes,
                      const Alphabet &alphabet);

// A random program; the same one of the same seed.
Program RandomProgram(uint64_t seed, const Alphabet &alphabet);

}  // namespace laio

#endif  // TESTS_PROGRAMS_ALPHABET_H
