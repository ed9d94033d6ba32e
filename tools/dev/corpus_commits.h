// Commits of a repository as clean mails, with the truth about their files.

#ifndef TOOLS_DEV_CORPUS_COMMITS_H
#define TOOLS_DEV_CORPUS_COMMITS_H

#include <cstdint>
#include <string>
#include <vector>

#include "tests/corpus/corpus_mail.h"
#include "tools/base/result.h"

namespace laio {

struct CorpusFile {
    std::string path;
    std::string pre_id;   // all 40 digits; zeros for a new file
    std::string post_id;
};

struct CorpusCommit {
    std::string id;
    CorpusMail mail;
    std::vector<CorpusFile> files;
};

struct CommitQuery {
    std::string tree;          // a git repository
    std::vector<std::string> only;  // these, instead of some at random
    std::string rev = "HEAD";  // whose history
    // With a time: git takes a day for the time of now on that day.
    std::string since = "2013-01-01 00:00:00 +0000";
    std::string until = "2025-01-01 00:00:00 +0000";
    int count = 300;
    std::uint64_t seed = 1;
    int min_lines = 3;    // of the diff, added and removed ones
    int max_lines = 400;
    bool new_files = false;    // also commits that do more than change files
    std::size_t id_digits = 7;
};

// Picks commits that are no merges, at random.
//
// Returns:  as many as there are, at most `count`; an Error when there is no
//           such repository or version.
// Thread:   any.
Result<std::vector<CorpusCommit>> SampleCommits(const CommitQuery &query);

// Runs git in a repository, whoever owns that.
// Returns:  what it wrote; an Error when it fails.
Result<std::string> RunGit(const std::string &tree,
                           std::vector<std::string> arguments);

}  // namespace laio

#endif  // TOOLS_DEV_CORPUS_COMMITS_H
