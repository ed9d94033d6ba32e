#include "tools/patch/patched_files.h"

#include <utility>

namespace laio {

void PatchedFiles::StartPatch(const Patch &patch)
{
    going_.clear();
    before_patch_.clear();
    written_.clear();
    for (const FilePatch &file : patch.files) {
        if (file.new_path.empty() || file.renamed) {
            going_.insert(file.old_path);
        }
    }
}

Result<MaybeFile> PatchedFiles::Current(const std::string &path) const
{
    auto known = files_.find(path);
    if (known != files_.end()) {
        return known->second;
    }
    return tree_.ReadEntry(path);
}

Result<MaybeFile> PatchedFiles::Source(const FilePatch &patch) const
{
    auto before = before_patch_.find(patch.old_path);
    bool moved = patch.renamed || patch.copied;
    if (before != before_patch_.end() &&
        (moved || !written_.count(patch.old_path))) {
        return before->second;
    }
    return Current(patch.old_path);
}

Result<MaybeFile> PatchedFiles::InTheWayOf(const std::string &path) const
{
    if (going_.count(path) && !written_.count(path)) {
        return MaybeFile();
    }
    return Current(path);
}

Status PatchedFiles::Write(const std::string &path, MaybeFile file)
{
    Result<MaybeFile> now = Current(path);
    if (!now) {
        return now.error();
    }
    originals_.emplace(path, *now);
    before_patch_.emplace(path, *now);
    if (file) {
        written_.insert(path);
    }
    files_[path] = std::move(file);
    return Ok();
}

Status PatchedFiles::Leave(const std::string &path)
{
    return written_.count(path) ? Ok() : Write(path, std::nullopt);
}

std::vector<FileWrite> PatchedFiles::Writes() const
{
    std::vector<FileWrite> writes;
    for (const auto &[path, file] : files_) {
        const MaybeFile &original = originals_.at(path);
        bool same = original.has_value() == file.has_value() &&
                    (!file || (file->content == original->content &&
                               file->mode == original->mode));
        if (!same && file) {
            writes.push_back({path, file->content, file->mode});
        } else if (!same) {
            writes.push_back({path, std::nullopt});
        }
    }
    return writes;
}

}  // namespace laio
