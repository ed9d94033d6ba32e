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
    entries_.reserve(rules.size());
    words_.reserve(2 * kBitsOfWord);
    groups_.reserve(2 * kBitsOfWord);
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
        size_t word = FindWord(needs.substr(0, end));
        words_[word].entries.Add(number);
        if (rule.reads_old) {
            old_words_.Add(word);
        }
        needs.remove_prefix(std::min(end + 1, needs.size()));
    }
}

void LineRules::AddToGroup(uint8_t &slot, size_t word)
{
    if (slot == 0) {
        if (groups_.size() > UINT8_MAX) {
            std::abort();  // slots want to be larger
        }
        slot = groups_.size();
        groups_.emplace_back();
    }
    groups_[slot].Add(word);
}

size_t LineRules::FindWord(std::string_view text)
{
    size_t last = text.size() - 1;
    size_t middle = text.size() / 2;
    uint8_t &slot = last == 0 ? by_byte_[ByteSlot(text[0])]
                              : by_middle_[PairSlot(text[middle - 1],
                                                    text[middle])];
    size_t number = words_.size();
    groups_[slot].ForEach([&](size_t other) {
        number = words_[other].text == text ? other : number;
    });
    if (number < words_.size()) {
        return number;
    }
    AddToGroup(slot, number);
    if (last > 0) {
        AddToGroup(by_end_[PairSlot(text[last - 1], text[last])], number);
    }
    words_.push_back({text, {}});
    return number;
}

void LineRules::Check(const LineView &view, Gate passed,
                      const std::vector<Report> &reports) const
{
    Numbers candidates = always_;
    Numbers words = WordsIn(view.raw);
    if (!view.added) {
        words.Keep(old_words_);
    }
    words.ForEach([&](size_t number) {
        candidates.Add(words_[number].entries);
    });
    if (!view.added) {
        candidates.Keep(reads_old_);
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
    Numbers words, middles, ends;
    char before = ' ';
    for (char c : raw) {
        if (c != ' ') {  // no word has blanks
            size_t pair = PairSlot(before, c);
            words.Add(groups_[by_byte_[ByteSlot(c)]]);
            middles.Add(groups_[by_middle_[pair]]);
            ends.Add(groups_[by_end_[pair]]);
        }
        before = c;
    }
    middles.Keep(ends);
    words.Add(middles);
    return words;
}

}  // namespace laio::style
