#include "tools/git/new_commit.h"

#include <fmt/format.h>

#include "tools/git/libgit2_handles.h"
#include "tools/mail/mail_date.h"

namespace laio {
namespace {

Error CannotDo(git_repository *repository, const std::string &what)
{
    return EnvironmentError(fmt::format("cannot {} in {}: {}", what,
                                        git_repository_path(repository),
                                        Libgit2Message()));
}

SignaturePtr MakeSignature(const std::string &person, const std::string &date)
{
    std::size_t open = person.find('<');
    std::size_t close = person.rfind('>');
    std::string name = person.substr(0, open);
    std::string address;
    if (open != std::string::npos && close != std::string::npos &&
        open < close) {
        address = person.substr(open + 1, close - open - 1);
    }
    while (!name.empty() && name.back() == ' ') {
        name.pop_back();
    }
    if (name.empty()) {
        name = address.empty() ? "unknown" : address;
    }
    git_signature *signature = nullptr;
    if (std::optional<MailDate> when = ParseMailDate(date)) {
        git_signature_new(&signature, name.c_str(), address.c_str(),
                          when->unix_seconds, when->zone_minutes);
    } else {
        git_signature_now(&signature, name.c_str(), address.c_str());
    }
    return SignaturePtr(signature);
}

Status WriteEntry(git_repository *repository, const FileWrite &file,
                  git_tree_update *update)
{
    update->path = file.path.c_str();
    update->action = file.content ? GIT_TREE_UPDATE_UPSERT
                                  : GIT_TREE_UPDATE_REMOVE;
    if (!file.content) {
        return Ok();
    }
    update->filemode = git_filemode_t(file.mode);
    if (file.mode == GIT_FILEMODE_COMMIT) {
        return SubmoduleId(*file.content, &update->id)
                   ? Ok()
                   : Status(BadInput(fmt::format(
                         "cannot change {}: `{}` names no commit of a "
                         "submodule",
                         file.path, file.content->substr(0, 80))));
    }
    if (git_blob_create_from_buffer(&update->id, repository,
                                    file.content->data(),
                                    file.content->size()) != 0) {
        return CannotDo(repository, "write " + file.path);
    }
    return Ok();
}

Result<TreePtr> MakeTree(git_repository *repository, git_commit *parent,
                         const std::vector<FileWrite> &files)
{
    git_tree *before = nullptr;
    if (parent && git_commit_tree(&before, parent) != 0) {
        return CannotDo(repository, "read the tree of a commit");
    }
    TreePtr keep(before);
    std::vector<git_tree_update> updates(files.size());
    for (std::size_t i = 0; i < files.size(); i++) {
        Status safe = CheckPath(files[i].path);
        Status written =
            safe ? WriteEntry(repository, files[i], &updates[i]) : safe;
        if (!written) {
            return written.error();
        }
    }
    git_oid id;
    git_tree *tree = nullptr;
    if (git_tree_create_updated(&id, repository, before, updates.size(),
                                updates.data()) != 0 ||
        git_tree_lookup(&tree, repository, &id) != 0) {
        return CannotDo(repository, "write a tree");
    }
    return TreePtr(tree);
}

Result<CommitPtr> FindCommit(git_repository *repository, const std::string &id)
{
    git_oid oid;
    git_commit *commit = nullptr;
    if (git_oid_fromstr(&oid, id.c_str()) != 0 ||
        git_commit_lookup(&commit, repository, &oid) != 0) {
        return CannotDo(repository, "read the commit " + id);
    }
    return CommitPtr(commit);
}

}  // namespace

Result<std::string> MakeCommit(git_repository *repository,
                               const std::string &parent_id,
                               const std::vector<FileWrite> &files,
                               const CommitWords &words)
{
    Result<CommitPtr> parent = CommitPtr();
    if (!parent_id.empty()) {
        parent = FindCommit(repository, parent_id);
    }
    if (!parent) {
        return parent.error();
    }
    Result<TreePtr> tree = MakeTree(repository, parent->get(), files);
    if (!tree) {
        return tree.error();
    }
    SignaturePtr author = MakeSignature(words.author, words.date);
    SignaturePtr committer =
        MakeSignature(words.committer.empty() ? words.author
                                              : words.committer,
                      words.committer_date);
    const git_commit *parents[] = {parent->get()};
    git_oid id;
    if (!author || !committer ||
        git_commit_create(&id, repository, nullptr, author.get(),
                          committer.get(), nullptr, words.message.c_str(),
                          tree->get(), *parent ? 1 : 0, parents) != 0) {
        return CannotDo(repository, "commit");
    }
    return Hex(&id);
}

Status MoveHead(git_repository *repository, const std::string &from,
                const std::string &to, const std::string &why)
{
    git_reference *head = nullptr;
    if (git_reference_lookup(&head, repository, "HEAD") != 0) {
        return CannotDo(repository, "read HEAD");
    }
    ReferencePtr keep(head);
    const char *branch = git_reference_symbolic_target(head);
    git_oid old_id = {};
    git_oid new_id;
    if ((!from.empty() && git_oid_fromstr(&old_id, from.c_str()) != 0) ||
        git_oid_fromstr(&new_id, to.c_str()) != 0) {
        return CannotDo(repository, "read a commit's id");
    }
    git_reference *moved = nullptr;
    int status = git_reference_create_matching(
        &moved, repository, branch ? branch : "HEAD", &new_id, 1, &old_id,
        why.c_str());
    ReferencePtr keep_moved(moved);
    return status == 0 ? Ok() : Status(CannotDo(repository, "move HEAD"));
}

}  // namespace laio
