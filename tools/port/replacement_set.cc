#include "tools/port/replacement_set.h"

#include <algorithm>

namespace laio::port {

bool ReplacementSet::Take(Replacement replacement)
{
    for (const Replacement &taken : replacements_) {
        bool inside = replacement.begin < taken.end &&
                      taken.begin < replacement.end;
        bool same = replacement.begin == taken.begin &&
                    replacement.end == taken.end &&
                    replacement.end > replacement.begin;
        if (inside || same) {
            return false;
        }
    }
    replacements_.push_back(std::move(replacement));
    return true;
}

std::string ReplacementSet::Applied(const std::string &text) const
{
    std::vector<Replacement> sorted = replacements_;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Replacement &x, const Replacement &y) {
                         return x.begin < y.begin ||
                                (x.begin == y.begin && x.end < y.end);
                     });
    std::string applied;
    size_t at = 0;
    for (const Replacement &r : sorted) {
        applied.append(text, at, r.begin - at);
        applied += r.text;
        at = r.end;
    }
    return applied.append(text, at);
}

}  // namespace laio::port
