#include "tools/git/scratch_repository.h"

#include <git2.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "tools/git/libgit2_handles.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

std::string NewFolder()
{
    static int count = 0;
    const char *base = std::getenv("TEST_TMPDIR");
    fs::path folder = fs::path(base ? base : fs::temp_directory_path()) /
                      ("repository-" + std::to_string(count++));
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder.string();
}

}  // namespace

ScratchRepository::ScratchRepository() : directory_(NewFolder())
{
    StartLibgit2();
    git_repository *made = nullptr;
    git_repository_init(&made, directory_.c_str(), 0);
    git_repository_free(made);
    repository_ = *GitRepository::Open(directory_);
}

std::string ScratchRepository::Commit(
    const std::map<std::string, std::optional<std::string>> &files)
{
    std::vector<FileWrite> writes;
    for (const auto &[path, content] : files) {
        writes.push_back({path, content});
    }
    Result<std::string> parent = repository_->CommitId("HEAD");
    CommitWords words;
    words.author = "A Tester <tester@example.org>";
    words.date = words.committer_date = "Tue, 12 Jul 2016 17:25:00 +0000";
    words.message = "files\n";
    Result<std::string> id =
        repository_->MakeCommit(parent ? *parent : "", writes, words);
    bool done = id && repository_->Write(writes) &&
                repository_->AddToIndex(writes) &&
                repository_->MoveHead(parent ? *parent : "", *id, "commit");
    return done ? *id : "";
}

void ScratchRepository::Branch(const std::string &name,
                               const std::string &commit)
{
    auto opened = OpenRepository(directory_);
    git_object *object = nullptr;
    git_revparse_single(&object, opened->get(), commit.c_str());
    ObjectPtr keep(object);
    git_reference *made = nullptr;
    git_branch_create(&made, opened->get(), name.c_str(),
                      reinterpret_cast<git_commit *>(object), 0);
    git_reference_free(made);
}

void ScratchRepository::ResetTo(const std::string &rev)
{
    auto opened = OpenRepository(directory_);
    git_object *object = nullptr;
    git_revparse_single(&object, opened->get(), rev.c_str());
    ObjectPtr keep(object);
    git_reset(opened->get(), object, GIT_RESET_HARD, nullptr);
}

std::optional<std::string> ScratchRepository::OnDisk(
    const std::string &path) const
{
    std::ifstream file(fs::path(directory_) / path, std::ios::binary);
    if (!file) {
        return std::nullopt;
    }
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

void ScratchRepository::Link(const std::string &path,
                             const std::string &target)
{
    fs::create_symlink(target, fs::path(directory_) / path);
}

}  // namespace laio
