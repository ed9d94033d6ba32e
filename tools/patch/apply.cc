#include "tools/patch/apply.h"

#include <fmt/format.h>

#include <utility>

#include "tools/patch/apply_hunks.h"

namespace laio {
namespace {

// The hunk that takes the change back.
Hunk Reversed(const Hunk &hunk)
{
    Hunk result = hunk;
    std::swap(result.old_start, result.new_start);
    std::swap(result.old_count, result.new_count);
    for (PatchLine &line : result.lines) {
        if (line.kind != LineKind::kContext) {
            line.kind = line.kind == LineKind::kAdded ? LineKind::kRemoved
                                                      : LineKind::kAdded;
        }
    }
    return result;
}

class SeriesApplier {
 public:
    SeriesApplier(const Tree &tree, const ApplyOptions &options)
        : tree_(tree), options_(options)
    {
    }

    Status Add(const FilePatch &patch)
    {
        Status fit = CheckFile(patch);
        if (!fit) {
            return fit;
        }
        Result<std::optional<TreeFile>> old = Current(patch.old_path);
        if (!old) {
            return old.error();
        }
        if (!patch.old_path.empty() && !*old) {
            return BadInput(fmt::format("cannot apply {}: there is no such "
                                        "file in {}",
                                        patch.old_path, tree_.Describe()));
        }
        return patch.old_path.empty() ? AddNewFile(patch)
                                      : AddChange(patch, **old);
    }

    std::vector<FileChange> Finish() { return std::move(changes_); }

 private:
    Status CheckFile(const FilePatch &patch)
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
        if (patch.binary) {
            return BadInput(fmt::format("cannot apply {}: it is a binary patch",
                                        patch.path()));
        }
        return Ok();
    }

    // A file as the patches before have left it.
    Result<std::optional<TreeFile>> Current(const std::string &path)
    {
        if (path.empty()) {
            return std::optional<TreeFile>();
        }
        for (const FileChange &change : changes_) {
            if (change.path == path) {
                std::optional<TreeFile> file;
                if (change.after) {
                    file = TreeFile{*change.after, change.new_mode};
                }
                return file;
            }
        }
        return tree_.Read(path);
    }

    Status AddNewFile(const FilePatch &patch)
    {
        FileChange change;
        change.path = change.old_path = patch.new_path;
        change.old_mode = change.new_mode =
            patch.new_mode ? patch.new_mode : 0100644;
        Result<std::string> content =
            ApplyHunks(patch.new_path, "", patch.hunks, options_,
                       &change.hunks);
        if (!content) {
            return content.error();
        }
        Result<std::optional<TreeFile>> there = Current(patch.new_path);
        if (!there) {
            return there.error();
        }
        if (*there && (*there)->content != *content) {
            return BadInput(fmt::format("cannot apply {}: the patch makes it, "
                                        "but {} has it already",
                                        patch.new_path, tree_.Describe()));
        }
        if (*there) {
            change.before = (*there)->content;
            change.already_applied = true;
        }
        change.after = std::move(*content);
        return Record(std::move(change));
    }

    Status AddChange(const FilePatch &patch, const TreeFile &old)
    {
        FileChange change;
        change.path = patch.path();
        change.old_path = patch.old_path;
        change.renamed = patch.renamed;
        change.before = old.content;
        change.old_mode = old.mode;
        change.new_mode = patch.new_mode ? patch.new_mode : old.mode;
        Result<std::string> content =
            ApplyHunks(patch.old_path, old.content, patch.hunks, options_,
                       &change.hunks);
        if (!content && IsApplied(patch, old.content)) {
            change.already_applied = true;
            change.hunks.clear();
            change.after = change.before;
            return Record(std::move(change));
        }
        if (!content) {
            return content.error();
        }
        if (patch.new_path.empty() && !content->empty()) {
            return BadInput(fmt::format("cannot apply {}: it is to be deleted, "
                                        "but has lines the patch does not "
                                        "know",
                                        patch.old_path));
        }
        if (!patch.new_path.empty()) {
            change.after = std::move(*content);
        }
        return Record(std::move(change));
    }

    bool IsApplied(const FilePatch &patch, const std::string &content) const
    {
        std::vector<Hunk> reversed;
        for (const Hunk &hunk : patch.hunks) {
            reversed.push_back(Reversed(hunk));
        }
        std::vector<HunkPlace> ignored;
        return ApplyHunks(patch.old_path, content, reversed, options_,
                          &ignored)
            .ok();
    }

    Status Record(FileChange change)
    {
        for (FileChange &known : changes_) {
            if (known.path == change.path) {
                known.after = std::move(change.after);
                known.new_mode = change.new_mode;
                known.already_applied = known.already_applied &&
                                        change.already_applied;
                known.hunks.insert(known.hunks.end(), change.hunks.begin(),
                                   change.hunks.end());
                return Ok();
            }
        }
        changes_.push_back(std::move(change));
        return Ok();
    }

    const Tree &tree_;
    const ApplyOptions &options_;
    std::vector<FileChange> changes_;
};

}  // namespace

Result<std::vector<FileChange>> ApplyToMemory(const PatchSeries &series,
                                              const Tree &tree,
                                              const ApplyOptions &options)
{
    SeriesApplier applier(tree, options);
    for (const Patch &patch : series) {
        for (const FilePatch &file : patch.files) {
            Status added = applier.Add(file);
            if (!added) {
                return added.error();
            }
        }
    }
    return applier.Finish();
}

}  // namespace laio
