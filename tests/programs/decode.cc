// Programs made of bytes, and bytes made of a seed.

#include "tests/programs/alphabet.h"

namespace laio {

namespace {

constexpr int kMostVerbs = 24;
constexpr int kMostThen = 4;
constexpr int kDeepest = 3;

class Decoder {
 public:
    Decoder(const std::vector<uint8_t> &bytes, const Alphabet &alphabet)
        : bytes_(bytes), alphabet_(alphabet) {}

    Program Decode()
    {
        Program program;
        const unsigned first = Byte();
        program.slots = 3 + first % 10;
        program.signals = first >= 0x80;
        program.start = Byte() % program.slots;
        program.ring = Choose(alphabet_.rings);
        program.verbs = Verbs(kMostVerbs, 0);
        return program;
    }

 private:
    unsigned Byte() { return at_ < bytes_.size() ? bytes_[at_++] : 0; }

    // Mostly small, for what takes its time.
    unsigned Large()
    {
        unsigned byte = Byte();
        return byte < 0xf0 ? byte % 16 : 2 * byte;
    }

    template <typename T>
    T Choose(const std::vector<T> &from)
    {
        return from.size() == 1 ? from[0] : from[Byte() % from.size()];
    }

    std::vector<Verb> Verbs(int most, int depth)
    {
        std::vector<Verb> verbs;
        while (at_ < bytes_.size() && static_cast<int>(verbs.size()) < most) {
            verbs.push_back(OneVerb(depth));
        }
        return verbs;
    }

    Verb OneVerb(int depth)
    {
        Verb verb;
        verb.kind = Choose(alphabet_.verbs);
        const VerbShape &shape = ShapeOf(verb.kind);
        if (shape.numbers) {
            unsigned value = shape.numbers > 256 ? Large() : Byte();
            verb.number = shape.least + value % shape.numbers;
        }
        if (shape.has_outcome) {
            verb.outcome = Choose(alphabet_.outcomes);
        }
        if (shape.has_then && depth < kDeepest) {
            // Mostly nothing, else a few verbs.
            unsigned length = Byte() % (4 * kMostThen);
            if (length < kMostThen) {
                verb.then = Verbs(static_cast<int>(length) + 1, depth + 1);
            }
        }
        return verb;
    }

    const std::vector<uint8_t> &bytes_;
    const Alphabet &alphabet_;
    size_t at_ = 0;
};

// Sebastiano Vigna's splitmix64.
uint64_t NextRandom(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

}  // namespace

Program DecodeProgram(const std::vector<uint8_t> &bytes,
                      const Alphabet &alphabet)
{
    return Decoder(bytes, alphabet).Decode();
}

Program RandomProgram(uint64_t seed, const Alphabet &alphabet)
{
    uint64_t state = seed;
    std::vector<uint8_t> bytes(8 + NextRandom(&state) % 64);
    for (uint8_t &byte : bytes) {
        byte = static_cast<uint8_t>(NextRandom(&state));
    }
    return DecodeProgram(bytes, alphabet);
}

}  // namespace laio
