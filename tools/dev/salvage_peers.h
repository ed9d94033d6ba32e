// What other programs make of a damaged mail.

#ifndef TOOLS_DEV_SALVAGE_PEERS_H
#define TOOLS_DEV_SALVAGE_PEERS_H

#include <map>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/dev/corpus_commits.h"

namespace laio {

// git-am, git-apply, patch, wiggle, b4: what their names begin with on the
// command line.
const std::vector<std::string> &PeerNames();

// A repository that holds the files of one commit as they were before it, in
// a folder that is removed at the end.
class PeerBench {
 public:
    // Returns:  an Error when git cannot make the repository, or when the
    //           contents are not in `query.tree`.
    static Result<PeerBench> Open(const CorpusCommit &commit,
                                  const std::string &tree);
    PeerBench(PeerBench &&other) noexcept;
    PeerBench(const PeerBench &) = delete;
    ~PeerBench();

    // Gives the mail to the program, as its manual says, with a clean tree.
    // Returns:  how many of the commit's files are then as after it.
    int Run(const std::string &peer, const std::string &wire);

 private:
    explicit PeerBench(const CorpusCommit &commit) : commit_(commit) {}
    std::string Git(std::vector<std::string> arguments) const;
    Status Fill(const std::string &tree);
    bool IsAsBefore() const;
    void Reset() const;

    const CorpusCommit &commit_;
    std::string folder_;
    std::map<std::string, std::string> before_;  // contents by path
};

}  // namespace laio

#endif  // TOOLS_DEV_SALVAGE_PEERS_H
