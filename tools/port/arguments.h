// Arguments that calls need in the target, and not where a change was made.

#ifndef TOOLS_PORT_ARGUMENTS_H
#define TOOLS_PORT_ARGUMENTS_H

#include <map>
#include <string>

#include "tools/port/match_units.h"
#include "tools/port/units.h"

namespace laio::port {

// For functions that both have, but that take one argument more in the target,
// before the others: what a call from `caller` has to begin with ("s, "), if
// the caller has a variable that is declared like the parameter.
std::map<std::string, std::string> FirstArguments(
    const ThreeVersions &versions, const Unit &caller);

}  // namespace laio::port

#endif  // TOOLS_PORT_ARGUMENTS_H
