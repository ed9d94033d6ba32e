#include "tools/patch/choose_base.h"

#include <fmt/format.h>

#include <utility>

namespace laio {
namespace {

// Versions of a file that are tried when its blob is not there.
constexpr int kMaxVersions = 40;

class BaseChooser {
 public:
    explicit BaseChooser(const BaseTask &task) : task_(task) {}

    ChosenBase Run(std::vector<BaseFile> bases)
    {
        for (BaseFile &base : bases) {
            Try(std::move(base));
            if (best_.found.exact || best_.work > task_.max_work) {
                break;
            }
        }
        if (fitting_ > 1 && !best_.found.exact) {
            best_.base.proven = false;
            best_.base.description += fmt::format(
                ", as do {} more that the hunks fit", fitting_ - 1);
        }
        if (fitting_ == 0 && !best_.base.proven) {
            TryEarlier();
        }
        return std::move(best_);
    }

 private:
    void Try(BaseFile base)
    {
        ChosenBase trial;
        trial.base = std::move(base);
        trial.before = SplitLines(trial.base.content.value_or(""));
        trial.found = FindReading({task_.stream, task_.located, &trial.before,
                                   trial.base.proven, task_.max_candidates,
                                   task_.moved});
        std::uint64_t candidates = best_.candidates + trial.found.candidates;
        std::uint64_t work = best_.work + trial.found.candidates +
                             trial.found.tries;
        bool fits = trial.found.Good();
        if (tried_ == 0 || trial.found.exact || (fits && fitting_ == 0)) {
            best_ = std::move(trial);
        }
        best_.candidates = candidates;
        best_.work = work;
        fitting_ += fits;
        tried_++;
    }

    void TryEarlier()
    {
        const std::string &path = task_.located->header.old_path;
        for (FoundBlob &version : task_.tree->Versions(path, kMaxVersions)) {
            Try({std::move(version.content), version.id,
                 fmt::format("commit {}, the newest one that it fits",
                             version.commit.substr(0, 12)),
                 false});
            if (fitting_ > 0 || best_.work > task_.max_work) {
                return;
            }
        }
    }

    const BaseTask &task_;
    ChosenBase best_;
    int tried_ = 0;
    int fitting_ = 0;  // bases that the hunks fit
};

}  // namespace

ChosenBase ChooseBase(const BaseTask &task, std::vector<BaseFile> bases)
{
    return BaseChooser(task).Run(std::move(bases));
}

}  // namespace laio
