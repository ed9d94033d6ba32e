// Short names that one version of a function gives to members, and another
// does not; and an `errp` that only one of them has.

#ifndef TOOLS_PORT_ALIASES_H
#define TOOLS_PORT_ALIASES_H

#include <string>

namespace laio::port {

// In every function of `text` that `target` has, too: where it declares
// `T *x = &y->z;` and the target's function has no such `x`, all `x->` become
// `y->z.`, and every other use of `x` becomes `&y->z`. Where the target's
// function knows no `errp`, statements that fill one are left out.
std::string ExpandAliases(const std::string &text, const std::string &target);

}  // namespace laio::port

#endif  // TOOLS_PORT_ALIASES_H
