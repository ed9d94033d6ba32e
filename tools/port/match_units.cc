#include "tools/port/match_units.h"

#include <algorithm>
#include <set>
#include <span>

#include "tools/port/align.h"

namespace laio::port {
namespace {

// Of all tokens, so that a pair of units is the same one under two names.
constexpr double kLikeness = 0.5;

std::span<const Token> TokensOf(const LexedText &text, const Unit &unit)
{
    return std::span(text.tokens).subspan(unit.begin, unit.end - unit.begin);
}

std::string_view KindOf(const Unit &unit)
{
    return std::string_view(unit.name).substr(0, unit.name.find(' '));
}

// The unit most like `unit` among those of its kind that `taken` has no
// namesake of.
const Unit *MostLike(const LexedText &text, const Unit &unit,
                     const LexedText &other_text,
                     const std::vector<Unit> &others,
                     const std::vector<Unit> &taken)
{
    const Unit *best = nullptr;
    double best_likeness = kLikeness;
    if (KindOf(unit) != "function" && KindOf(unit) != "type") {
        return nullptr;
    }
    for (const Unit &other : others) {
        if (KindOf(other) != KindOf(unit) || FindUnit(taken, other.name)) {
            continue;
        }
        double likeness =
            Similarity(TokensOf(text, unit), TokensOf(other_text, other));
        if (likeness > best_likeness) {
            best = &other;
            best_likeness = likeness;
        }
    }
    return best;
}

bool Differ(const ThreeVersions &v, const Unit &a, const Unit &b)
{
    return v.a.Raw(a.begin, a.end) != v.b.Raw(b.begin, b.end);
}

const Unit *InTarget(const ThreeVersions &v, const MatchedUnit &match)
{
    for (const Unit *unit : {match.a, match.b}) {
        const Unit *found = unit ? FindUnit(v.c_units, unit->name) : nullptr;
        if (found) {
            return found;
        }
    }
    return match.a && match.changed
               ? MostLike(v.a, *match.a, v.c, v.c_units, v.a_units)
               : nullptr;
}

// Whether `unit` of b has its predecessor among the units of `matches`.
bool IsPaired(const std::vector<MatchedUnit> &matches, const Unit *a)
{
    return std::any_of(matches.begin(), matches.end(),
                       [&](const MatchedUnit &m) { return m.a == a; });
}

}  // namespace

ThreeVersions::ThreeVersions(const std::string &before,
                             const std::string &after,
                             const std::string &target)
    : a(before), b(after), c(target),
      a_units(SplitUnits(a.tokens, a.text)),
      b_units(SplitUnits(b.tokens, b.text)),
      c_units(SplitUnits(c.tokens, c.text))
{
}

std::vector<MatchedUnit> MatchUnits(const ThreeVersions &v)
{
    std::vector<MatchedUnit> matches;
    for (const Unit &b : v.b_units) {
        MatchedUnit match{FindUnit(v.a_units, b.name), &b, nullptr, true};
        if (!match.a) {
            const Unit *like =
                MostLike(v.b, b, v.a, v.a_units, v.b_units);
            match.a = like && !IsPaired(matches, like) ? like : nullptr;
        }
        match.changed = !match.a || Differ(v, *match.a, b);
        matches.push_back(match);
    }
    for (const Unit &a : v.a_units) {
        if (!IsPaired(matches, &a)) {
            matches.push_back({&a, nullptr, nullptr, true});
        }
    }
    for (MatchedUnit &match : matches) {
        match.c = InTarget(v, match);
    }
    return matches;
}

Renames LearnLocalRenames(const ThreeVersions &v, const MatchedUnit &unit)
{
    auto a = TokensOf(v.a, *unit.a);
    auto c = TokensOf(v.c, *unit.c);
    Votes votes;
    CountRenames(a, c, Align(a, c), votes);
    return TakeRenames(votes, 2, a, c);
}

Renames LearnGlobalRenames(const ThreeVersions &v,
                           const std::vector<MatchedUnit> &units)
{
    Renames renames;
    Votes votes;
    for (const MatchedUnit &unit : units) {
        if (!unit.a || !unit.c) {
            continue;
        }
        auto a = TokensOf(v.a, *unit.a);
        auto c = TokensOf(v.c, *unit.c);
        CountRenames(a, c, Align(a, c), votes);
        if (KindOf(*unit.a) == "type") {
            renames.merge(LearnLocalRenames(v, unit));
        }
        if (unit.a->IsFunction() && unit.c->name != unit.a->name &&
            (!unit.b || unit.c->name != unit.b->name)) {
            renames[std::string(unit.a->ShortName())] =
                std::string(unit.c->ShortName());
        }
    }
    // Members are called the same everywhere: one place says enough.
    std::set<std::string> members = MembersOf(v.a.tokens);
    std::set<std::string> others = MembersOf(v.c.tokens);
    std::erase_if(votes, [&](const auto &vote) {
        return !members.count(vote.first) ||
               !others.count(vote.second.begin()->first);
    });
    renames.merge(TakeRenames(votes, 1, v.a.tokens, v.c.tokens));
    return renames;
}

}  // namespace laio::port
