// The commits between two versions, each with what it did to which file.

#ifndef TOOLS_GIT_COMMIT_RANGE_H
#define TOOLS_GIT_COMMIT_RANGE_H

#include <optional>
#include <string>
#include <vector>

#include "tools/base/result.h"

namespace laio {

struct ChangedFile {
    std::string path;  // after the commit; before it, when the file goes
    std::string old_path;
    std::optional<std::string> before;  // nullopt: the file is new
    std::optional<std::string> after;   // nullopt: the file goes
};

struct RangeCommit {
    std::string id;      // 40 hex digits
    std::string author;  // "Name <address>"
    std::string date;    // as in a mail
    std::string subject;
    std::string body;  // the message without its subject
    std::vector<ChangedFile> files;
};

// Reads `A..B`, or one commit alone, oldest first. Merges are passed over.
//
//   directory  the repository, or a folder in it
// Returns:  an Error of kind kBadInput when there is no such version or no
//           commit between the two.
Result<std::vector<RangeCommit>> ReadCommitRange(const std::string &directory,
                                                 const std::string &range);

}  // namespace laio

#endif  // TOOLS_GIT_COMMIT_RANGE_H
