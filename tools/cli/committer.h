// Who commits, where git looks for it.

#ifndef TOOLS_CLI_COMMITTER_H
#define TOOLS_CLI_COMMITTER_H

#include <string>

namespace laio {

// Of the environment, else of the repository's configuration, the user's, or
// the machine's.
//
// Returns:  "Name <address>", or nothing when nobody says.
std::string Committer(const std::string &git_folder);

// $GIT_COMMITTER_DATE, mostly empty.
std::string CommitterDate();

}  // namespace laio

#endif  // TOOLS_CLI_COMMITTER_H
