#include "tools/cli/apply_sink.h"

#include <set>
#include <utility>

#include "tools/patch/parse.h"
#include "tools/patch/tree_after.h"

namespace laio {
namespace {

void PutWrites(const AppliedMail &job, TreeAfter *tree)
{
    for (const FileWrite &write : job.writes) {
        std::optional<TreeFile> file;
        if (write.content) {
            file = TreeFile{*write.content, write.mode};
        }
        tree->Put(write.path, std::move(file));
    }
}

// The files that were touched, as a tree has them.
Result<std::vector<FileWrite>> FilesOf(const std::set<std::string> &paths,
                                       const Tree &tree)
{
    std::vector<FileWrite> files;
    for (const std::string &path : paths) {
        Result<std::optional<TreeFile>> file = tree.ReadEntry(path);
        if (!file) {
            return file.error();
        }
        FileWrite write{path, std::nullopt};
        if (*file) {
            write.content = std::move((*file)->content);
            write.mode = (*file)->mode;
        }
        files.push_back(std::move(write));
    }
    return files;
}

// The hunks that did not fit, as a diff beside their file.
void AddRejects(const AppliedMail &job, TreeAfter *tree,
                std::set<std::string> *touched)
{
    for (const FileChange &change : job.changes) {
        if (change.rejected.empty()) {
            continue;
        }
        FilePatch left;
        left.header = {"--- a/" + change.old_path, "+++ b/" + change.path};
        left.hunks = change.rejected;
        tree->Put(change.path + ".rej", TreeFile{PrintFilePatch(left)});
        touched->insert(change.path + ".rej");
    }
}

// Tries, or writes to the work tree and its index.
class FilesSink : public ApplySink {
 public:
    FilesSink(std::shared_ptr<GitRepository> repository,
              std::unique_ptr<Tree> below, const SinkOptions &options)
        : repository_(std::move(repository)), below_(std::move(below)),
          tree_(*below_), options_(options)
    {
    }

    const Tree &tree() const override { return tree_; }

    Result<std::string> Add(const AppliedMail &job) override
    {
        PutWrites(job, &tree_);
        for (const FileWrite &write : job.writes) {
            touched_.insert(write.path);
        }
        if (options_.reject) {
            AddRejects(job, &tree_, &touched_);
        }
        return std::string();
    }

    Status Finish() override
    {
        if (options_.check) {
            return Ok();
        }
        Result<std::vector<FileWrite>> files = FilesOf(touched_, tree_);
        if (!files) {
            return files.error();
        }
        Status clean = options_.index ? repository_->CheckClean(*files) : Ok();
        if (!clean) {
            return clean;
        }
        Status written = repository_->Write(*files);
        return written && options_.index ? repository_->AddToIndex(*files)
                                         : written;
    }

 private:
    std::shared_ptr<GitRepository> repository_;
    std::unique_ptr<Tree> below_;
    TreeAfter tree_;
    const SinkOptions options_;
    std::set<std::string> touched_;
};

// A commit for each patch; the branch, index and work tree follow at the end.
class CommitSink : public ApplySink {
 public:
    CommitSink(std::shared_ptr<GitRepository> repository, std::string start,
               std::unique_ptr<Tree> tree, bool moves_head,
               const SinkOptions &options)
        : repository_(std::move(repository)), start_(std::move(start)),
          tip_(start_), tree_(std::move(tree)), moves_head_(moves_head),
          options_(options)
    {
    }

    const Tree &tree() const override { return *tree_; }

    Result<std::string> Add(const AppliedMail &job) override
    {
        if (job.writes.empty()) {
            return std::string();
        }
        CommitWords words = job.words;
        words.committer = options_.committer;
        words.committer_date = options_.committer_date;
        Result<std::string> id = repository_->MakeCommit(tip_, job.writes,
                                                         words);
        if (!id) {
            return id;
        }
        Result<std::unique_ptr<Tree>> next = repository_->At(*id);
        if (!next) {
            return next.error();
        }
        tip_ = *id;
        tree_ = *std::move(next);
        for (const FileWrite &write : job.writes) {
            touched_.insert(write.path);
        }
        return id;
    }

    Status Finish() override
    {
        if (!moves_head_ || tip_ == start_) {
            return Ok();
        }
        Result<std::vector<FileWrite>> files = FilesOf(touched_, *tree_);
        if (!files) {
            return files.error();
        }
        Status done = repository_->CheckClean(*files);
        if (done) {
            done = repository_->Write(*files);
        }
        if (done) {
            done = repository_->AddToIndex(*files);
        }
        return done ? repository_->MoveHead(start_, tip_,
                                            "laio apply: patches")
                    : done;
    }

 private:
    std::shared_ptr<GitRepository> repository_;
    std::string start_;
    std::string tip_;
    std::unique_ptr<Tree> tree_;
    bool moves_head_;
    const SinkOptions options_;
    std::set<std::string> touched_;
};

Result<std::unique_ptr<ApplySink>> MakeCommitSink(
    std::shared_ptr<GitRepository> repository, const SinkOptions &options)
{
    bool moves_head = options.base.empty() &&
                      !repository->WorkTreeDirectory().empty();
    std::string rev = options.base.empty() ? "HEAD" : options.base;
    Status clean = moves_head ? repository->CheckNothingStaged() : Ok();
    if (!clean) {
        return clean.error();
    }
    Result<std::string> start = repository->CommitId(rev);
    auto tree = repository->At(rev);
    if (!start || !tree) {
        return start ? tree.error() : start.error();
    }
    return std::unique_ptr<ApplySink>(std::make_unique<CommitSink>(
        std::move(repository), *start, *std::move(tree), moves_head,
        options));
}

}  // namespace

Result<std::unique_ptr<ApplySink>> MakeApplySink(
    std::shared_ptr<GitRepository> repository, const SinkOptions &options)
{
    if (options.commit) {
        return MakeCommitSink(std::move(repository), options);
    }
    bool bare = repository->WorkTreeDirectory().empty();
    if (!options.check && (bare || !options.base.empty())) {
        return UsageError(
            "only a work tree can be written to, and only as it is; say "
            "--check to try a bare repository or another version, or --commit "
            "to make commits on it");
    }
    auto tree = bare || !options.base.empty()
                    ? repository->At(options.base.empty() ? "HEAD"
                                                          : options.base)
                    : repository->WorkTree();
    if (!tree) {
        return tree.error();
    }
    return std::unique_ptr<ApplySink>(std::make_unique<FilesSink>(
        std::move(repository), *std::move(tree), options));
}

}  // namespace laio
