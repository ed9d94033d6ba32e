#include "tools/git/index.h"

#include <fmt/format.h>

#include "tools/git/libgit2_handles.h"
#include "tools/git/work_tree.h"

namespace laio {
namespace {

Error CannotDo(git_repository *repository, const char *what)
{
    return EnvironmentError(fmt::format("cannot {} in {}: {}", what,
                                        git_repository_path(repository),
                                        Libgit2Message()));
}

// A submodule is an entry alone; its folder is not looked at.
int StageFile(git_index *index, const FileWrite &file)
{
    if (!file.content) {
        return git_index_remove_bypath(index, file.path.c_str());
    }
    if (file.mode != GIT_FILEMODE_COMMIT) {
        return git_index_add_bypath(index, file.path.c_str());
    }
    git_index_entry entry = {};
    entry.mode = file.mode;
    entry.path = file.path.c_str();
    return SubmoduleId(*file.content, &entry.id)
               ? git_index_add(index, &entry)
               : -1;
}

// The entry's id and mode are those of a file on disk.
bool IsOnDisk(const git_index_entry *entry,
              const std::optional<TreeFile> &file)
{
    return entry ? file && (entry->mode & 0170111) == (file->mode & 0170111) &&
                       Hex(&entry->id) == BlobId(file->content)
                 : !file;
}

}  // namespace

Status StageFiles(git_repository *repository,
                  const std::vector<FileWrite> &files)
{
    git_index *index = nullptr;
    if (git_repository_index(&index, repository) != 0) {
        return CannotDo(repository, "open the index");
    }
    IndexPtr keep(index);
    for (const FileWrite &file : files) {
        if (StageFile(index, file) != 0) {
            return CannotDo(repository, "stage a file");
        }
    }
    if (git_index_write(index) != 0) {
        return CannotDo(repository, "write the index");
    }
    return Ok();
}

Status CheckIndexIsOnDisk(git_repository *repository,
                          const std::vector<FileWrite> &files)
{
    git_index *index = nullptr;
    if (git_repository_index(&index, repository) != 0 ||
        git_index_read(index, 0) != 0) {
        return CannotDo(repository, "open the index");
    }
    IndexPtr keep(index);
    std::string root = git_repository_workdir(repository);
    for (const FileWrite &file : files) {
        const git_index_entry *entry =
            git_index_get_bypath(index, file.path.c_str(), 0);
        if (entry && entry->mode == GIT_FILEMODE_COMMIT) {
            continue;
        }
        auto there = ReadWorkTreeEntry(root, file.path);
        if (!there) {
            return there.error();
        }
        if (!IsOnDisk(entry, *there)) {
            return BadInput(fmt::format(
                "cannot change {}: {}; commit or stash it first", file.path,
                entry ? "the work tree has changes of it that are not staged"
                      : "the work tree has an untracked file there"));
        }
    }
    return Ok();
}

Status CheckIndexIsHead(git_repository *repository)
{
    git_object *head = nullptr;
    git_diff *diff = nullptr;
    git_revparse_single(&head, repository, "HEAD^{tree}");
    ObjectPtr keep_head(head);
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    if (git_diff_tree_to_index(&diff, repository,
                               reinterpret_cast<git_tree *>(head), nullptr,
                               &options) != 0) {
        return CannotDo(repository, "compare the index");
    }
    DiffPtr keep_diff(diff);
    if (git_diff_num_deltas(diff) == 0) {
        return Ok();
    }
    return BadInput(fmt::format(
        "cannot commit to {}: {} is staged already; commit or unstage it "
        "first",
        git_repository_path(repository),
        git_diff_get_delta(diff, 0)->new_file.path));
}

}  // namespace laio
