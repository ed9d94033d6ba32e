// The rules that look at single lines, and what they need to see in them.
// Thread: one at a time.

#ifndef TOOLS_STYLE_LINE_RULES_H
#define TOOLS_STYLE_LINE_RULES_H

#include <array>
#include <cstdint>
#include <vector>

#include "tools/style/byte_pairs.h"
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
               const std::vector<Report> &reports);

 private:
    struct Entry {
        Gate gate;
        void (*check)(const LineView &, const Report &);
        size_t place;  // in the rules and their reports
        size_t first_key, last_key;
    };

    // Some of the entries, by their number.
    using Entries = std::array<uint64_t, 2>;

    void Add(const Rule &rule, size_t place);
    // Those of which some word may be in the line that was read, or more.
    Entries Candidates() const;
    bool MayMatter(const Entry &entry) const;

    std::vector<Entry> entries_;
    std::vector<WordKey> keys_;
    Entries always_{};  // those that need no word
    // Those that have a word with this slot: most lines lack most of them.
    std::array<Entries, BytePairs::kSlots> by_slot_{};
    BytePairs pairs_;
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_LINE_RULES_H
