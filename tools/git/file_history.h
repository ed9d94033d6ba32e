// Every content that a file had in the history of a repository.

#ifndef TOOLS_GIT_FILE_HISTORY_H
#define TOOLS_GIT_FILE_HISTORY_H

#include <cstdint>
#include <string>
#include <vector>

#include "tools/base/result.h"

namespace laio {

struct FileVersion {
    std::string blob;     // its id, all 40 hex digits
    std::string content;
    std::string path;     // the one of those asked for where it was found
    std::string commit;   // the first that has it, parents before children
    std::string subject;  // first line of that commit's message
    int64_t committed_s = 0;  // seconds since 1970, UTC
    int zone_minutes = 0;     // of the committer, east of Greenwich
};

struct HistoryQuery {
    std::vector<std::string> paths;  // names the file had, at any depth
    std::string rev = "HEAD";        // whose history
    bool all_refs = false;           // all branches and tags beside it
};

// Looks at every commit, those of merged branches too.
//
//   directory  a repository, or inside of one
// Returns:  distinct contents, those of older commits first; empty when no
//           commit has such a file; an Error of kind kBadInput when there is
//           no such repository or version, or objects of it are missing.
// Thread:   any.
Result<std::vector<FileVersion>> FileHistory(const std::string &directory,
                                             const HistoryQuery &query);

}  // namespace laio

#endif  // TOOLS_GIT_FILE_HISTORY_H
