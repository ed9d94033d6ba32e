// Placer::FindRest(): changes of which a part is there.

#include "tools/port/align.h"
#include "tools/port/place.h"

namespace laio::port {
namespace {

// Weight (align.h) of statements that are not there by chance.
constexpr int kNoChance = 10;

// Where the statements of an insertion end, in order.
std::vector<size_t> StatementEnds(const LexedText &b, const Edit &edit)
{
    std::vector<size_t> ends;
    int depth = 0;
    for (size_t i = edit.b_begin; i < edit.b_end; i++) {
        const Token &token = b.tokens[i];
        depth += token.Is("(") || token.Is("{");
        depth -= token.Is(")") || token.Is("}");
        if (depth == 0 && (token.Is(";") || token.Is("}"))) {
            ends.push_back(i + 1);
        }
    }
    return ends;
}

}  // namespace

// Whether the target has these tokens from `c_index` on.
bool Placer::IsThere(size_t b_begin, size_t b_end, int c_index) const
{
    int weight = 0;
    for (size_t i = b_begin; i < b_end; i++) {
        size_t at = static_cast<size_t>(c_index) + (i - b_begin);
        if (c_index < 0 || at >= units_.c_unit.end ||
            !SameToken(units_.b.tokens[i], units_.c.tokens[at])) {
            return false;
        }
        weight += Weight(units_.b.tokens[i]);
    }
    return weight >= kNoChance;
}

Place Placer::FindRest(Edit &edit) const
{
    Place place;
    std::vector<size_t> ends = StatementEnds(units_.b, edit);
    int before = InTarget(edit.a_begin - 1);
    int after = InTarget(edit.a_end);
    int first = before < 0 ? -1 : before + 1;
    if (edit.Removes() || ends.size() < 2 || ends.back() != edit.b_end ||
        IsThere(edit.b_begin, edit.b_end, first)) {
        return place;
    }
    ends.pop_back();
    for (size_t end : ends) {
        int last = after - static_cast<int>(edit.b_end - end);
        int at = IsThere(end, edit.b_end, first) ? first
                 : IsThere(end, edit.b_end, last) ? last
                                                  : -1;
        if (IsThere(edit.b_begin, end, first)) {
            place.begin = static_cast<size_t>(first) + (end - edit.b_begin);
            place.same_before = true;
            place.same_after = after == static_cast<int>(place.begin);
            edit.b_begin = end;
        } else if (at >= 0) {
            place.begin = static_cast<size_t>(at);
            place.same_before = at == first;
            edit.b_end = end;
        } else {
            continue;
        }
        place.end = place.begin;
        place.state = State::kPorted;
        place.reason = "a part of it is there already";
        break;
    }
    return place;
}

}  // namespace laio::port
