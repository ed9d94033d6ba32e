#include "tools/git/commit.h"

#include <fmt/format.h>

#include "tools/git/libgit2_handles.h"
#include "tools/mail/mail_date.h"

namespace laio {
namespace {

Error CannotDo(git_repository *repository, const char *what)
{
    return EnvironmentError(fmt::format("cannot {} in {}: {}", what,
                                        git_repository_path(repository),
                                        Libgit2Message()));
}

// "Name <address>" and the caller's own identity, or the author's without one.
SignaturePtr MakeSignature(const std::string &author, const std::string &date)
{
    std::size_t open = author.find('<');
    std::size_t close = author.rfind('>');
    std::string name = author.substr(0, open);
    std::string address;
    if (open != std::string::npos && close != std::string::npos &&
        open < close) {
        address = author.substr(open + 1, close - open - 1);
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
        int status = file.content
                         ? git_index_add_bypath(index, file.path.c_str())
                         : git_index_remove_bypath(index, file.path.c_str());
        if (status != 0) {
            return CannotDo(repository, "stage a file");
        }
    }
    if (git_index_write(index) != 0) {
        return CannotDo(repository, "write the index");
    }
    return Ok();
}

Result<std::string> CommitIndex(git_repository *repository,
                                const std::string &author,
                                const std::string &date,
                                const std::string &message)
{
    git_index *index = nullptr;
    git_tree *tree = nullptr;
    git_oid tree_id;
    if (git_repository_index(&index, repository) != 0) {
        return CannotDo(repository, "open the index");
    }
    IndexPtr keep_index(index);
    if (git_index_write_tree(&tree_id, index) != 0 ||
        git_tree_lookup(&tree, repository, &tree_id) != 0) {
        return CannotDo(repository, "write a tree");
    }
    TreePtr keep_tree(tree);
    git_object *head = nullptr;
    git_revparse_single(&head, repository, "HEAD");
    ObjectPtr keep_head(head);
    SignaturePtr by = MakeSignature(author, date);
    git_signature *mine = nullptr;
    git_signature_default(&mine, repository);
    SignaturePtr committer = mine ? SignaturePtr(mine)
                                  : MakeSignature(author, "");
    const git_commit *parents[] = {reinterpret_cast<git_commit *>(head)};
    git_oid id;
    if (!by || !committer ||
        git_commit_create(&id, repository, "HEAD", by.get(),
                          committer.get(), nullptr, message.c_str(), tree,
                          head ? 1 : 0, parents) != 0) {
        return CannotDo(repository, "commit");
    }
    return Hex(&id);
}

}  // namespace laio
