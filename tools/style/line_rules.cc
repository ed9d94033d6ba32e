#include "tools/style/line_rules.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

constexpr size_t kBitsOfWord = 64;

size_t ByteSlot(char c)
{
    return static_cast<unsigned char>(c) & 127;
}

// Letters differ in their low five bits.
size_t PairSlot(char first, char second)
{
    return (first & 31) << 5 | (second & 31);
}

}  // namespace

void LineRules::Numbers::Add(size_t number)
{
    if (number >= 2 * kBitsOfWord) {
        std::abort();  // they want another word
    }
    (number < kBitsOfWord ? low : high) |= uint64_t{1}
                                           << number % kBitsOfWord;
}

template <typename Use>
void LineRules::Numbers::ForEach(const Use &use) const
{
    for (uint64_t left = low; left; left &= left - 1) {
        use(std::countr_zero(left));
    }
    for (uint64_t left = high; left; left &= left - 1) {
        use(kBitsOfWord + std::countr_zero(left));
    }
}

LineRules::LineRules(const std::vector<const Rule *> &rules)
{
    for (size_t place = 0; place < rules.size(); ++place) {
        if (rules[place]->check_line) {
            Add(*rules[place], place);
        }
    }
}

void LineRules::Add(const Rule &rule, size_t place)
{
    size_t number = entries_.size();
    entries_.push_back({rule.gate, rule.check_line, place});
    std::string_view needs = rule.needs;
    if (needs.empty()) {
        always_.Add(number);
    }
    if (rule.reads_old) {
        reads_old_.Add(number);
    }
    while (!needs.empty()) {
        size_t end = std::min(needs.find(' '), needs.size());
        FindWord(needs.substr(0, end)).entries.Add(number);
        needs.remove_prefix(std::min(end + 1, needs.size()));
    }
}

uint8_t &LineRules::SlotOf(std::string_view text)
{
    if (text.size() == 1) {
        return by_byte_[ByteSlot(text[0])];
    }
    size_t middle = text.size() / 2;
    return by_pair_[PairSlot(text[middle - 1], text[middle])];
}

LineRules::Word &LineRules::FindWord(std::string_view text)
{
    uint8_t &slot = SlotOf(text);
    size_t number = words_.size();
    groups_[slot].ForEach([&](size_t other) {
        number = words_[other].text == text ? other : number;
    });
    if (number < words_.size()) {
        return words_[number];
    }
    if (slot == 0) {
        slot = groups_.size();
        groups_.emplace_back();
    }
    groups_[slot].Add(number);
    return words_.emplace_back(Word{text, {}});
}

void LineRules::Check(const LineView &view, Gate passed,
                      const std::vector<Report> &reports) const
{
    Numbers candidates = always_;
    WordsIn(view.raw).ForEach([&](size_t number) {
        const Word &word = words_[number];
        if (word.text.size() == 1 || Contains(view.raw, word.text)) {
            candidates.Add(word.entries);
        }
    });
    if (!view.added) {
        candidates.low &= reads_old_.low;
        candidates.high &= reads_old_.high;
    }
    candidates.ForEach([&](size_t number) {
        const Entry &entry = entries_[number];
        if (entry.gate <= passed) {
            entry.check(view, reports[entry.place]);
        }
    });
}

LineRules::Numbers LineRules::WordsIn(std::string_view raw) const
{
    Numbers words;
    char before = '\0';
    for (char c : raw) {
        words.Add(groups_[by_byte_[ByteSlot(c)]]);
        words.Add(groups_[by_pair_[PairSlot(before, c)]]);
        before = c;
    }
    return words;
}

}  // namespace laio::style
