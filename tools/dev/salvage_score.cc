#include "tools/dev/salvage_score.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "tools/mail/mail.h"

namespace laio {
namespace {

Outcome OutcomeOf(const SalvagedFile &file, bool right)
{
    switch (file.grade) {
    case Grade::kExact:
        return right ? Outcome::kExactRight : Outcome::kExactWrong;
    case Grade::kConsistent:
        return right ? Outcome::kConsistentRight : Outcome::kConsistentWrong;
    case Grade::kGuessed:
        return right ? Outcome::kGuessedRight : Outcome::kGuessedWrong;
    case Grade::kFailed:
        break;
    }
    return Outcome::kFailed;
}

FileScore ScoreFile(const CorpusFile &truth,
                    const std::vector<SalvageResult> &results)
{
    FileScore score{truth.path, Outcome::kFailed, "not found in the mail",
                    ""};
    for (const SalvageResult &result : results) {
        for (const SalvagedFile &file : result.files) {
            if (file.path == truth.path) {
                bool gone = !file.after &&
                            truth.post_id == std::string(40, '0');
                bool right = gone || file.result_id == truth.post_id;
                score.outcome = OutcomeOf(file, right);
                score.why = file.reason;
                score.after = file.after.value_or("");
            }
        }
    }
    return score;
}

Result<std::vector<SalvageResult>> Recover(const std::string &wire,
                                           const Tree &tree,
                                           const SalvageOptions &options)
{
    Result<std::vector<Mail>> mails = DecodeMail(wire, "mail");
    if (!mails) {
        return mails.error();
    }
    return SalvageSeries(*mails, tree, options);
}

}  // namespace

bool IsRight(Outcome outcome)
{
    return outcome <= Outcome::kGuessedRight;
}

bool MailScore::AllRight() const
{
    return std::all_of(files.begin(), files.end(), [](const FileScore &file) {
        return IsRight(file.outcome);
    });
}

bool MailScore::AllFailed() const
{
    return std::all_of(files.begin(), files.end(), [](const FileScore &file) {
        return file.outcome == Outcome::kFailed;
    });
}

MailScore ScoreMail(const std::string &wire, const CorpusCommit &commit,
                    const Tree &tree, const SalvageOptions &options)
{
    auto start = std::chrono::steady_clock::now();
    auto results = Recover(wire, tree, options);
    std::chrono::duration<double> taken = std::chrono::steady_clock::now() -
                                          start;
    MailScore score;
    score.seconds = taken.count();
    for (const CorpusFile &file : commit.files) {
        score.files.push_back(
            results ? ScoreFile(file, *results)
                    : FileScore{file.path, Outcome::kFailed,
                                results.error().message, ""});
    }
    return score;
}

void KindTotal::Add(const MailScore &score)
{
    for (const FileScore &file : score.files) {
        files[std::size_t(file.outcome)]++;
    }
    mails++;
    mails_right += score.AllRight();
    mails_refused += score.AllFailed();
    seconds += score.seconds;
    slowest = std::max(slowest, score.seconds);
}

int KindTotal::Files() const
{
    return std::accumulate(files.begin(), files.end(), 0);
}

int KindTotal::Right() const
{
    return files[0] + files[1] + files[2];
}

}  // namespace laio
