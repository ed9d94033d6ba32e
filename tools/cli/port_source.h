// What `laio port --from` names: commits, or mails with patches, as changes
// whose files are known whole before and after.

#ifndef TOOLS_CLI_PORT_SOURCE_H
#define TOOLS_CLI_PORT_SOURCE_H

#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/cli/session.h"
#include "tools/git/commit_range.h"

namespace laio {

// Reads a mail or patch (a file, "-"), else `REV..REV` or one commit.
//
// A patch starts from the files that it names by blob id, else from those of
// HEAD or of the work tree; when it is in there already, they are taken for
// the files after it.
//
//   tree  the repository it was made in; empty: the caller's
Result<std::vector<RangeCommit>> ReadChanges(const Session &session,
                                             const std::string &from,
                                             const std::string &tree);

}  // namespace laio

#endif  // TOOLS_CLI_PORT_SOURCE_H
