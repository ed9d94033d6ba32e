// Which bytes and which pairs of neighbours a line holds: most words that
// rules look for are so told to be absent without looking for them.
// Thread: one at a time.

#ifndef TOOLS_STYLE_BYTE_PAIRS_H
#define TOOLS_STYLE_BYTE_PAIRS_H

#include <array>
#include <cstdint>
#include <string_view>

namespace laio::style {

// What BytePairs is asked about a word: some of its pairs, or its one byte.
struct WordKey {
    //   word  not empty
    explicit WordKey(std::string_view word);

    std::array<uint16_t, 4> slots;
};

class BytePairs {
 public:
    // Forgets the line before.
    void Read(std::string_view line);

    // Returns:  false only if the word is not in the line.
    bool MayHold(const WordKey &key) const
    {
        return slots_[key.slots[0]] & slots_[key.slots[1]] &
               slots_[key.slots[2]] & slots_[key.slots[3]];
    }

 private:
    std::array<uint8_t, 512> slots_{};  // bytes, then pairs
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_BYTE_PAIRS_H
