// How well a damaged mail was recovered, measured against the truth.

#ifndef TOOLS_DEV_SALVAGE_SCORE_H
#define TOOLS_DEV_SALVAGE_SCORE_H

#include <array>
#include <string>
#include <vector>

#include "tools/dev/corpus_commits.h"
#include "tools/git/tree.h"
#include "tools/patch/salvage.h"

namespace laio {

// What a program said about a file, and whether that was so.
enum class Outcome {
    kExactRight,
    kConsistentRight,
    kGuessedRight,
    kGuessedWrong,
    kConsistentWrong,
    kExactWrong,
    kFailed,
};
constexpr std::size_t kOutcomes = 7;

bool IsRight(Outcome outcome);

struct FileScore {
    std::string path;
    Outcome outcome = Outcome::kFailed;
    std::string why;  // of the grade
    std::string after;  // what the file became; empty when it failed
};

struct MailScore {
    std::vector<FileScore> files;  // one for each of the commit's
    double seconds = 0;

    bool AllRight() const;
    bool AllFailed() const;
};

// Recovers the mail, in memory, and compares each file's blob id.
//
//   tree   where the files before the patch are
MailScore ScoreMail(const std::string &wire, const CorpusCommit &commit,
                    const Tree &tree, const SalvageOptions &options);

// Of one kind of damage.
struct KindTotal {
    std::array<int, kOutcomes> files{};
    int mails = 0;
    int mails_right = 0;
    int mails_refused = 0;  // no file of them was recovered
    double seconds = 0;
    double slowest = 0;

    void Add(const MailScore &score);
    int Files() const;
    int Right() const;
};

}  // namespace laio

#endif  // TOOLS_DEV_SALVAGE_SCORE_H
