#include "tools/git/commit_range.h"

#include <fmt/format.h>
#include <git2.h>

#include <memory>

#include "tools/git/libgit2_handles.h"
#include "tools/mail/mail_date.h"

namespace laio {
namespace {

using DiffPtr = std::unique_ptr<git_diff, Freer<git_diff_free>>;

class RangeReader {
 public:
    RangeReader(git_repository *repository, const std::string &range)
        : repository_(repository), range_(range)
    {
    }

    Result<std::vector<RangeCommit>> Read()
    {
        git_revwalk *walk = nullptr;
        if (git_revwalk_new(&walk, repository_) != 0) {
            return Failed();
        }
        WalkPtr keep(walk);
        git_revwalk_sorting(walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE);
        std::string spec = range_.find("..") == range_.npos
                               ? range_ + "~1.." + range_
                               : range_;
        if (git_revwalk_push_range(walk, spec.c_str()) != 0) {
            return Failed();
        }
        std::vector<RangeCommit> commits;
        git_oid id;
        while (git_revwalk_next(&id, walk) == 0) {
            Status read = ReadCommit(id, commits);
            if (!read) {
                return read.error();
            }
        }
        if (commits.empty()) {
            return BadInput("there is no commit in '" + range_ + "'");
        }
        return commits;
    }

 private:
    Error Failed() const
    {
        return BadInput(fmt::format(
            "cannot read the commits of '{}': {}; say REV..REV of the "
            "repository that --tree names",
            range_, Libgit2Message()));
    }

    Status ReadCommit(const git_oid &id, std::vector<RangeCommit> &commits)
    {
        git_commit *commit = nullptr;
        if (git_commit_lookup(&commit, repository_, &id) != 0) {
            return Failed();
        }
        CommitPtr keep(commit);
        if (git_commit_parentcount(commit) != 1) {
            return Ok();
        }
        RangeCommit result;
        result.id = Hex(&id);
        const git_signature *author = git_commit_author(commit);
        result.author = fmt::format("{} <{}>", author->name, author->email);
        result.date =
            FormatMailDate({author->when.time, author->when.offset});
        ReadMessage(commit, result);
        Status files = ReadFiles(commit, result.files);
        if (files) {
            commits.push_back(std::move(result));
        }
        return files;
    }

    static void ReadMessage(const git_commit *commit, RangeCommit &result)
    {
        const char *subject =
            git_commit_summary(const_cast<git_commit *>(commit));
        const char *body = git_commit_body(const_cast<git_commit *>(commit));
        result.subject = subject ? subject : "";
        result.body = body ? body : "";
    }

    Status ReadFiles(git_commit *commit, std::vector<ChangedFile> &files)
    {
        git_commit *parent = nullptr;
        git_tree *before = nullptr;
        git_tree *after = nullptr;
        if (git_commit_parent(&parent, commit, 0) != 0) {
            return Failed();
        }
        CommitPtr keep_parent(parent);
        bool got_before = git_commit_tree(&before, parent) == 0;
        TreePtr keep_before(before);
        bool got_after = git_commit_tree(&after, commit) == 0;
        TreePtr keep_after(after);
        git_diff *diff = nullptr;
        git_diff_options options = GIT_DIFF_OPTIONS_INIT;
        if (!got_before || !got_after ||
            git_diff_tree_to_tree(&diff, repository_, before, after,
                                  &options) != 0) {
            return Failed();
        }
        DiffPtr keep_diff(diff);
        git_diff_find_similar(diff, nullptr);
        for (size_t i = 0; i < git_diff_num_deltas(diff); i++) {
            const git_diff_delta *delta = git_diff_get_delta(diff, i);
            bool gone = delta->status == GIT_DELTA_DELETED;
            ChangedFile file;
            file.old_path = delta->old_file.path;
            file.path = gone ? file.old_path : delta->new_file.path;
            if (!ReadBlob(delta->old_file, file.before) ||
                !ReadBlob(delta->new_file, file.after)) {
                return Failed();
            }
            files.push_back(std::move(file));
        }
        return Ok();
    }

    // Leaves `content` empty where there is no file, or a submodule.
    bool ReadBlob(const git_diff_file &file,
                  std::optional<std::string> &content) const
    {
        git_blob *blob = nullptr;
        if (git_oid_is_zero(&file.id) || file.mode == GIT_FILEMODE_COMMIT) {
            return true;
        }
        if (git_blob_lookup(&blob, repository_, &file.id) != 0) {
            return false;
        }
        BlobPtr keep(blob);
        content = BlobContent(blob);
        return true;
    }

    git_repository *repository_;
    std::string range_;
};

}  // namespace

Result<std::vector<RangeCommit>> ReadCommitRange(const std::string &directory,
                                                 const std::string &range)
{
    Result<RepositoryPtr> repository = OpenRepository(directory);
    if (!repository) {
        return repository.error();
    }
    return RangeReader(repository->get(), range).Read();
}

}  // namespace laio
