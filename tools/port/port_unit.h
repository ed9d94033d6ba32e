// The change of one unit, step by step, brought to its like in the target.

#ifndef TOOLS_PORT_PORT_UNIT_H
#define TOOLS_PORT_PORT_UNIT_H

#include <vector>

#include "tools/port/compose.h"
#include "tools/port/place.h"
#include "tools/port/port_file.h"

namespace laio::port {

struct PortedUnit {
    std::vector<PortedHunk> hunks;  // `function` is left to the caller
    std::vector<Replacement> replacements;  // none overlaps another
    std::vector<Range> brought;  // tokens of the text after, now in the target
};

//   units  c_unit is empty when the target has no such unit: the steps are
//          then looked for in `elsewhere` alone
PortedUnit PortUnit(const Units &units);

// Lines [from, to] of a text, counted from 1, each behind `mark`.
std::string MarkedLines(const LexedText &text, int from, int to,
                        const char *mark);

}  // namespace laio::port

#endif  // TOOLS_PORT_PORT_UNIT_H
