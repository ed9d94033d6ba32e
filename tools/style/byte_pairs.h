// Which bytes and which pairs of neighbours a line holds: most words that
// rules look for are so told to be absent without looking for them.
// Thread: one at a time.

#ifndef TOOLS_STYLE_BYTE_PAIRS_H
#define TOOLS_STYLE_BYTE_PAIRS_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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
    static constexpr size_t kSlots = 512;  // bytes, then pairs

    // Forgets the line before.
    void Read(std::string_view line);

    // The slots of what the line holds, each once.
    std::span<const uint16_t> held() const
    {
        return {held_.data(), held_count_};
    }

    // Returns:  false only if the word is not in the line.
    bool MayHold(const WordKey &key) const
    {
        return slots_[key.slots[0]] & slots_[key.slots[1]] &
               slots_[key.slots[2]] & slots_[key.slots[3]];
    }

 private:
    void Mark(uint16_t slot)
    {
        if (!slots_[slot]) {
            slots_[slot] = 1;
            held_[held_count_++] = slot;
        }
    }

    std::array<uint8_t, kSlots> slots_{};
    std::array<uint16_t, kSlots> held_;
    size_t held_count_ = 0;
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_BYTE_PAIRS_H
