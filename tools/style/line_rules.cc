#include "tools/style/line_rules.h"

#include <algorithm>

namespace laio::style {

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
    Entry entry{rule.gate, rule.check_line, place, keys_.size(), 0};
    std::string_view needs = rule.needs;
    while (!needs.empty()) {
        size_t end = std::min(needs.find(' '), needs.size());
        keys_.emplace_back(needs.substr(0, end));
        needs.remove_prefix(std::min(end + 1, needs.size()));
    }
    entry.last_key = keys_.size();
    entries_.push_back(entry);
}

void LineRules::Check(const LineView &view, Gate passed,
                      const std::vector<Report> &reports)
{
    pairs_.Read(view.raw);
    for (const Entry &entry : entries_) {
        if (entry.gate <= passed && MayMatter(entry)) {
            entry.check(view, reports[entry.place]);
        }
    }
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
