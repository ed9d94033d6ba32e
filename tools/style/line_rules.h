// The rules that look at single lines, and what they need to see in them.
// Thread: any.

#ifndef TOOLS_STYLE_LINE_RULES_H
#define TOOLS_STYLE_LINE_RULES_H

#include <array>
#include <cstdint>
#include <vector>

#include "tools/style/rule.h"

namespace laio::style {

class LineRules {
 public:
    explicit LineRules(const std::vector<const Rule *> &rules);

    // Calls each rule that may have something to say about the line.
    //
    //   passed   the last gate that the file passes
    //   reports  one per rule, in their order
    void Check(const LineView &view, Gate passed,
               const std::vector<Report> &reports) const;

 private:
    // Some of up to 128 things, by their numbers.
    struct Numbers {
        uint64_t low = 0, high = 0;

        void Add(size_t number);
        void Add(const Numbers &others)
        {
            low |= others.low;
            high |= others.high;
        }
        void Keep(const Numbers &others)
        {
            low &= others.low;
            high &= others.high;
        }
        template <typename Use>
        void ForEach(const Use &use) const;
    };

    struct Entry {
        Gate gate;
        void (*check)(const LineView &, const Report &);
        size_t place;  // in the rules and their reports
    };

    struct Word {
        std::string_view text;
        Numbers entries;  // that need it
    };

    void Add(const Rule &rule, size_t place);
    // Adds it where it is not there yet. Returns: its number.
    size_t FindWord(std::string_view text);
    void AddToGroup(uint8_t &slot, size_t word);
    // Those words that are in the line, and a few that are not.
    Numbers WordsIn(std::string_view raw) const;

    std::vector<Entry> entries_;
    std::vector<Word> words_;
    Numbers always_;     // entries that need no word
    Numbers reads_old_;  // entries that look at old lines
    Numbers old_words_;  // that such entries need
    // Words of one byte, by it, and longer ones, by the pairs of bytes in their
    // middle and at their end: hardly a line has both and not the word. Slots
    // are places in groups_, of which the first is empty.
    std::array<uint8_t, 128> by_byte_{};
    std::array<uint8_t, 1024> by_middle_{};
    std::array<uint8_t, 1024> by_end_{};
    std::vector<Numbers> groups_ = std::vector<Numbers>(1);
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_LINE_RULES_H
