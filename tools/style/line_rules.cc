#include "tools/style/line_rules.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace laio::style {
namespace {

constexpr size_t kBitsOfWord = 64;
constexpr size_t kMostEntries = 2 * kBitsOfWord;

void Put(std::array<uint64_t, 2> &entries, size_t number)
{
    entries[number / kBitsOfWord] |= uint64_t{1} << number % kBitsOfWord;
}

}  // namespace

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
    if (number >= kMostEntries) {
        std::abort();  // Entries wants another word
    }
    Entry entry{rule.gate, rule.check_line, place, keys_.size(), 0};
    std::string_view needs = rule.needs;
    if (needs.empty()) {
        Put(always_, number);
    }
    while (!needs.empty()) {
        size_t end = std::min(needs.find(' '), needs.size());
        keys_.emplace_back(needs.substr(0, end));
        Put(by_slot_[keys_.back().slots.back()], number);
        needs.remove_prefix(std::min(end + 1, needs.size()));
    }
    entry.last_key = keys_.size();
    entries_.push_back(entry);
}

void LineRules::Check(const LineView &view, Gate passed,
                      const std::vector<Report> &reports)
{
    pairs_.Read(view.raw);
    Entries candidates = Candidates();
    for (size_t word = 0; word < candidates.size(); ++word) {
        for (uint64_t left = candidates[word]; left; left &= left - 1) {
            const Entry &entry =
                entries_[word * kBitsOfWord + std::countr_zero(left)];
            if (entry.gate <= passed && MayMatter(entry)) {
                entry.check(view, reports[entry.place]);
            }
        }
    }
}

LineRules::Entries LineRules::Candidates() const
{
    Entries all = always_;
    for (uint16_t slot : pairs_.held()) {
        all[0] |= by_slot_[slot][0];
        all[1] |= by_slot_[slot][1];
    }
    return all;
}

bool LineRules::MayMatter(const Entry &entry) const
{
    bool may = entry.first_key == entry.last_key;
    for (size_t i = entry.first_key; i < entry.last_key && !may; ++i) {
        may = pairs_.MayHold(keys_[i]);
    }
    return may;
}

}  // namespace laio::style
