// Who commits, as git's configuration says.

#ifndef TOOLS_GIT_IDENTITY_H
#define TOOLS_GIT_IDENTITY_H

#include <string>
#include <vector>

namespace laio {

// Reads user.name and user.email.
//
//   files    configuration files, the weightiest first; those that are not
//            there do not matter
// Returns:  "Name <address>"; empty when one of both is nowhere.
std::string ReadIdentity(const std::vector<std::string> &files);

}  // namespace laio

#endif  // TOOLS_GIT_IDENTITY_H
