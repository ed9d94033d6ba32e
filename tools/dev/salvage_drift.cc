#include "tools/dev/salvage_drift.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tools/base/process.h"
#include "tools/patch/apply.h"
#include "tools/patch/parse.h"

namespace laio {
namespace {

// Another tree whose object store is empty.
class WithoutBlobs : public Tree {
 public:
    explicit WithoutBlobs(const Tree &below) : below_(below) {}

    std::string Describe() const override { return below_.Describe(); }
    Result<std::optional<TreeFile>> Read(
        const std::string &path) const override
    {
        return below_.Read(path);
    }
    Result<std::vector<FoundBlob>> FindBlobs(
        const std::string &, const std::string &) const override
    {
        return std::vector<FoundBlob>();
    }

 private:
    const Tree &below_;
};

std::optional<std::string> Applied(const Patch &patch, const Tree &tree)
{
    ApplyOptions options;
    options.three_way = true;
    PatchApplier applier(tree, options);
    if (!applier.Add(patch) || !applier.conflicts().empty() ||
        applier.changes().size() != 1) {
        return std::nullopt;
    }
    return applier.changes()[0].after;
}

// What `git merge-file` makes of them; nothing when they conflict.
std::optional<std::string> Merged(const std::string &ours,
                                  const std::string &base,
                                  const std::string &theirs)
{
    std::string folder = std::filesystem::temp_directory_path() /
                         "laio-drift-XXXXXX";
    if (!mkdtemp(folder.data())) {
        return std::nullopt;
    }
    std::ofstream(folder + "/ours", std::ios::binary) << ours;
    std::ofstream(folder + "/base", std::ios::binary) << base;
    std::ofstream(folder + "/theirs", std::ios::binary) << theirs;
    ProcessOptions options;
    options.directory = folder;
    auto ran = RunProcess({"git", "merge-file", "-p", "ours", "base",
                           "theirs"}, options);
    std::filesystem::remove_all(folder);
    bool clean = ran && ran->exit_status == 0;
    return clean ? std::optional<std::string>(std::move(ran->out))
                 : std::nullopt;
}

void Compare(const std::optional<std::string> &applied,
             const std::optional<std::string> &merged, DriftTotal *total)
{
    total->files++;
    total->merged += merged.has_value();
    total->applied += applied.has_value();
    total->merged_only += merged && !applied;
    total->applied_only += applied && !merged;
    total->same += applied && merged && *applied == *merged;
    total->differ += applied && merged && *applied != *merged;
}

}  // namespace

void DriftTotal::Add(const DriftTotal &other)
{
    files += other.files;
    merged += other.merged;
    applied += other.applied;
    same += other.same;
    differ += other.differ;
    merged_only += other.merged_only;
    applied_only += other.applied_only;
}

DriftTotal ScoreDrift(const CorpusCommit &commit,
                      const std::vector<std::string> &order, int steps,
                      bool blobs, const CommitQuery &query,
                      GitRepository *repository)
{
    DriftTotal total;
    auto here = std::find(order.begin(), order.end(), commit.id);
    long at = here - order.begin() - steps;
    if (here == order.end() || at < 0 || at >= long(order.size())) {
        return total;
    }
    auto tree = repository->At(order[at]);
    Result<Patch> patch = ParsePatch(commit.mail.body, commit.id);
    if (!tree || !patch) {
        return total;
    }
    WithoutBlobs poor(**tree);
    for (std::size_t i = 0; i < commit.files.size(); i++) {
        const CorpusFile &file = commit.files[i];
        auto ours = (*tree)->Read(file.path);
        auto base = RunGit(query.tree, {"cat-file", "blob", file.pre_id});
        auto theirs = RunGit(query.tree, {"cat-file", "blob", file.post_id});
        bool moved = ours && *ours && base && theirs &&
                     (*ours)->content != *base &&
                     (*ours)->content != *theirs;
        if (!moved || i >= patch->files.size()) {
            continue;
        }
        Patch one;
        one.files = {patch->files[i]};
        Compare(Applied(one, blobs ? **tree : poor),
                Merged((*ours)->content, *base, *theirs), &total);
    }
    return total;
}

}  // namespace laio
