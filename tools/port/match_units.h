// Which unit of one version is which of another.

#ifndef TOOLS_PORT_MATCH_UNITS_H
#define TOOLS_PORT_MATCH_UNITS_H

#include <vector>

#include "tools/port/edits.h"
#include "tools/port/lexer.h"
#include "tools/port/units.h"

namespace laio::port {

// One unit in three versions; what is not there is nullptr. A new unit may
// have a `c` nevertheless: then the target has one of that name already.
struct MatchedUnit {
    const Unit *a = nullptr;  // before the change
    const Unit *b = nullptr;  // after it
    const Unit *c = nullptr;  // in the target
    bool changed = false;     // a and b differ, if only in blanks
};

struct ThreeVersions {
    LexedText a;
    LexedText b;
    LexedText c;
    std::vector<Unit> a_units;
    std::vector<Unit> b_units;
    std::vector<Unit> c_units;

    ThreeVersions(const std::string &before, const std::string &after,
                  const std::string &target);
};

// All units of `b` in their order, and behind them those that only `a` has.
// Units go by their names; a changed function or type that has no namesake is
// paired with the one that is most like it, if that is half the same.
//
// Keeps:  pointers into `versions`.
std::vector<MatchedUnit> MatchUnits(const ThreeVersions &versions);

// The names that are others in the target: of functions, and of members of
// the types that both have.
Renames LearnGlobalRenames(const ThreeVersions &versions,
                           const std::vector<MatchedUnit> &units);

// Those of one function: its variables.
Renames LearnLocalRenames(const ThreeVersions &versions,
                          const MatchedUnit &unit);

}  // namespace laio::port

#endif  // TOOLS_PORT_MATCH_UNITS_H
