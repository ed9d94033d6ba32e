#include "tools/patch/apply.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "tools/patch/apply_file.h"
#include "tools/patch/patched_files.h"

namespace laio {
namespace {

constexpr unsigned kKind = 0170000;  // of a mode
constexpr unsigned kLink = 0120000;

Status CheckNames(const FilePatch &patch)
{
    for (const std::string &path : {patch.old_path, patch.new_path}) {
        Status safe = path.empty() ? Ok() : CheckPath(path);
        if (!safe) {
            return safe;
        }
    }
    if (patch.path().empty()) {
        return BadInput("cannot apply: a diff names no file");
    }
    return Ok();
}

}  // namespace

class PatchApplier::State {
 public:
    State(const Tree &tree, const ApplyOptions &options)
        : tree_(tree), options_(options), files_(tree)
    {
    }

    Status Add(const Patch &patch)
    {
        std::size_t known = conflicts_.size();
        files_.StartPatch(patch);
        for (const FilePatch &file : patch.files) {
            Status added = AddFile(file);
            if (!added) {
                return added;
            }
        }
        bool conflict = conflicts_.size() > known && !options_.reject;
        return conflict ? Status(BadInput(conflicts_[known].reason)) : Ok();
    }

    const std::vector<Conflict> &conflicts() const { return conflicts_; }
    const std::vector<FileChange> &changes() const { return changes_; }
    std::vector<FileWrite> Writes() const { return files_.Writes(); }

 private:
    Status AddFile(const FilePatch &patch)
    {
        Status good = CheckNames(patch);
        if (!good) {
            return good;
        }
        if (patch.old_path.empty()) {
            return AddNewFile(patch);
        }
        if (SaysNothing(patch)) {
            return Refuse(patch, "its diff has no hunk");
        }
        Result<MaybeFile> old = files_.Source(patch);
        if (!old) {
            return old.error();
        }
        if (!*old) {
            return AddMissing(patch);
        }
        bool link = ((*old)->mode & kKind) == kLink;
        if (link && (patch.old_mode & kKind) != kLink) {
            return BadInput(fmt::format("cannot apply {}: it is a symlink",
                                        patch.old_path));
        }
        return AddChange(patch, **old);
    }

    static bool SaysNothing(const FilePatch &patch)
    {
        return patch.hunks.empty() && !patch.binary && !patch.renamed &&
               !patch.copied && !patch.new_path.empty() &&
               patch.old_mode == patch.new_mode;
    }

    Status Refuse(const FilePatch &patch, const std::string &why)
    {
        Conflict conflict;
        conflict.path = patch.path();
        conflict.reason = fmt::format("cannot apply {}: {}", conflict.path,
                                      why);
        conflicts_.push_back(std::move(conflict));
        return Ok();
    }

    Status AddNewFile(const FilePatch &patch)
    {
        FileChange change;
        change.path = change.old_path = patch.new_path;
        change.old_mode = change.new_mode =
            patch.new_mode ? patch.new_mode : 0100644;
        Result<FileOutcome> made = ApplyToFile(patch, "", tree_, options_);
        if (!made) {
            return made.error();
        }
        Result<MaybeFile> there = files_.InTheWayOf(patch.new_path);
        if (!there) {
            return there.error();
        }
        bool free = !*there;
        if (!free && (*there)->content != made->content) {
            return Refuse(patch, "the patch makes it, but " +
                                     tree_.Describe() + " has it already");
        }
        if (!free) {
            change.before = (*there)->content;
            change.new_mode = (*there)->mode;
            change.already_applied = true;
        }
        return Finish(patch, std::move(change), std::move(*made));
    }

    // The old path is not there: perhaps all has been done before.
    Status AddMissing(const FilePatch &patch)
    {
        FileChange change;
        change.path = patch.path();
        change.old_path = patch.old_path;
        change.already_applied = true;
        if (patch.new_path.empty()) {
            return Record(std::move(change));
        }
        if (patch.renamed) {
            Result<MaybeFile> there = files_.Current(patch.new_path);
            if (!there) {
                return there.error();
            }
            bool id_fits = *there && patch.new_id.size() >= 7 &&
                           BlobId((*there)->content)
                               .starts_with(patch.new_id);
            if (id_fits) {
                change.before = change.after = (*there)->content;
                return Record(std::move(change));
            }
        }
        Status refused = Refuse(patch, "");
        conflicts_.back().reason = fmt::format(
            "cannot apply {}: there is no such file in {}", patch.old_path,
            tree_.Describe());
        return refused;
    }

    Status AddChange(const FilePatch &patch, const TreeFile &old)
    {
        FileChange change;
        change.path = patch.path();
        change.old_path = patch.old_path;
        change.renamed = patch.renamed;
        change.before = old.content;
        change.old_mode = old.mode;
        change.new_mode = NewMode(patch, old.mode);
        Result<FileOutcome> made = ApplyToFile(patch, old.content, tree_,
                                               options_);
        if (!made) {
            return made.error();
        }
        if (made->conflicts.empty() && patch.new_path.empty() &&
            !made->content.empty()) {
            return Refuse(patch, "it is to be deleted, but has lines the "
                                 "patch does not know");
        }
        if (patch.old_path != patch.new_path && !patch.new_path.empty()) {
            Result<MaybeFile> there = files_.InTheWayOf(patch.new_path);
            if (!there || *there) {
                return there ? Refuse(patch, "there is a file of that name "
                                             "already")
                             : Status(there.error());
            }
        }
        return Finish(patch, std::move(change), std::move(*made));
    }

    // Diffs without a change of mode say the mode in passing only.
    static unsigned NewMode(const FilePatch &patch, unsigned mode)
    {
        bool changes = patch.new_mode && patch.new_mode != patch.old_mode;
        return changes ? patch.new_mode : mode;
    }

    Status Finish(const FilePatch &patch, FileChange change,
                  FileOutcome made)
    {
        bool stop = !made.conflicts.empty() && !options_.reject;
        change.conflicted = made.merged && !made.conflicts.empty();
        for (Conflict &conflict : made.conflicts) {
            conflicts_.push_back(std::move(conflict));
        }
        if (stop) {
            return Ok();
        }
        change.already_applied = change.already_applied ||
                                 (made.already_applied &&
                                  change.new_mode == change.old_mode &&
                                  change.path == change.old_path);
        change.merged = made.merged;
        change.proof = made.proof;
        change.hunks = std::move(made.places);
        change.rejected = std::move(made.rejected);
        if (!patch.new_path.empty() || !change.rejected.empty()) {
            change.after = std::move(made.content);
        }
        return Record(std::move(change));
    }

    Status Record(FileChange change)
    {
        if (!change.already_applied) {
            MaybeFile file;
            if (change.after) {
                file = TreeFile{*change.after, change.new_mode};
            }
            Status written = files_.Write(change.path, std::move(file));
            if (written && change.renamed && change.old_path != change.path) {
                written = files_.Leave(change.old_path);
            }
            if (!written) {
                return written;
            }
        }
        auto [known, is_new] = index_.emplace(change.path, changes_.size());
        if (is_new) {
            changes_.push_back(std::move(change));
            return Ok();
        }
        Merge(&changes_[known->second], std::move(change));
        return Ok();
    }

    static void Merge(FileChange *known, FileChange change)
    {
        known->after = std::move(change.after);
        known->new_mode = change.new_mode;
        known->already_applied = known->already_applied &&
                                 change.already_applied;
        known->merged = known->merged || change.merged;
        known->conflicted = known->conflicted || change.conflicted;
        known->proof = std::max(known->proof, change.proof);
        known->hunks.insert(known->hunks.end(), change.hunks.begin(),
                            change.hunks.end());
        known->rejected.insert(known->rejected.end(),
                               change.rejected.begin(),
                               change.rejected.end());
    }

    const Tree &tree_;
    const ApplyOptions options_;
    PatchedFiles files_;
    std::vector<FileChange> changes_;
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<Conflict> conflicts_;
};

PatchApplier::PatchApplier(const Tree &tree, const ApplyOptions &options)
    : state_(std::make_unique<State>(tree, options))
{
}

PatchApplier::~PatchApplier() = default;

Status PatchApplier::Add(const Patch &patch)
{
    return state_->Add(patch);
}

const std::vector<Conflict> &PatchApplier::conflicts() const
{
    return state_->conflicts();
}

const std::vector<FileChange> &PatchApplier::changes() const
{
    return state_->changes();
}

std::vector<FileWrite> PatchApplier::Writes() const
{
    return state_->Writes();
}

Result<std::vector<FileChange>> ApplyToMemory(const PatchSeries &series,
                                              const Tree &tree,
                                              const ApplyOptions &options)
{
    PatchApplier applier(tree, options);
    for (const Patch &patch : series) {
        Status added = applier.Add(patch);
        if (!added) {
            return added.error();
        }
    }
    return applier.changes();
}

}  // namespace laio
