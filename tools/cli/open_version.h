// The version of a tree that a mailed patch is for.

#ifndef TOOLS_CLI_OPEN_VERSION_H
#define TOOLS_CLI_OPEN_VERSION_H

#include <memory>
#include <string>

#include "tools/base/result.h"
#include "tools/cli/session.h"
#include "tools/git/tree.h"

namespace laio {

// `base`, else HEAD, of the repository `tree`, else of the checkout that the
// caller is in.
//
// Without `tree`, the sources that ship with laio are there as well, so that
// a patch to one of them can be read anywhere, also outside of a checkout.
//
// Returns:  an Error of kind kBadInput when there is no such repository or
//           version.
Result<std::unique_ptr<Tree>> OpenVersion(const Session &session,
                                          const std::string &tree,
                                          const std::string &base);

}  // namespace laio

#endif  // TOOLS_CLI_OPEN_VERSION_H
