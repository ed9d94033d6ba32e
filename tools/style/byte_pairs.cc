#include "tools/style/byte_pairs.h"

namespace laio::style {
namespace {

uint8_t Byte(char c)
{
    return static_cast<uint8_t>(c);
}

// Letters differ in their low five bits.
uint16_t PairSlot(char first, char second)
{
    return 256 + (((Byte(first) & 31) << 3 ^ Byte(second)) & 255);
}

}  // namespace

WordKey::WordKey(std::string_view word)
{
    for (size_t i = 0; i < slots.size(); ++i) {
        if (word.size() == 1) {
            slots[i] = Byte(word[0]);
            continue;
        }
        size_t at = i * (word.size() - 2) / (slots.size() - 1);
        slots[i] = PairSlot(word[at], word[at + 1]);
    }
}

void BytePairs::Read(std::string_view line)
{
    for (uint16_t slot : held()) {
        slots_[slot] = 0;
    }
    held_count_ = 0;
    char before = '\0';
    for (char c : line) {
        Mark(Byte(c));
        Mark(PairSlot(before, c));
        before = c;
    }
}

}  // namespace laio::style
