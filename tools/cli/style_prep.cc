#include "tools/cli/style_prep.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/cli/git_command.h"
#include "tools/git/tree.h"
#include "tools/style/old_lines.h"
#include "tools/subject/work_folder.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

Error NotThere(const PrepInput &input, const TouchedFile &file)
{
    return BadInput(fmt::format(
        "{}: cannot clean up before it: {} has no version of {} with the "
        "lines that it changes; name the version it is for with --base",
        input.patch_name, input.tree.string(), file.path));
}

// What the patch starts from: the blob that it names, or the file at `tree`.
Result<std::string> OldText(const PrepInput &input, const TouchedFile &file,
                            const Tree &tree)
{
    if (input.base.empty() && !file.blob.empty()) {
        auto blob = tree.FindBlob(file.blob, file.path);
        if (blob.ok() && *blob) {
            return (*blob)->content;
        }
    }
    auto found = tree.Read(file.path);
    if (!found.ok()) {
        return found.error();
    }
    if (!*found) {
        return NotThere(input, file);
    }
    std::string text = (*found)->content;
    int lines = std::count(text.begin(), text.end(), '\n') + 1;
    if (file.lines.back().last > lines) {
        return NotThere(input, file);
    }
    return text;
}

Status PutFile(const fs::path &file, const std::string &text)
{
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    return WriteFile(file, text);
}

// Writes the file as it was and as it would be.
// Returns:  whether they differ.
Result<bool> PutBoth(const PrepInput &input, const TouchedFile &file,
                     const Tree &tree, const fs::path &folder,
                     const StyleOptions &options)
{
    Status path = CheckPath(file.path);
    if (!path.ok()) {
        return path.error();
    }
    Result<std::string> old = OldText(input, file, tree);
    if (!old.ok()) {
        return old.error();
    }
    std::string mended = MendOldLines(*old, file.path, file.lines, options);
    if (mended == *old) {
        return false;
    }
    Status put = PutFile(folder / "a" / file.path, *old);
    if (put.ok()) {
        put = PutFile(folder / "b" / file.path, mended);
    }
    return put.ok() ? Result<bool>(true) : put.error();
}

// The mail; signing it off is left to who applies it.
Result<std::string> WriteMail(const fs::path &tree, const fs::path &folder,
                              const std::string &what)
{
    Result<std::string> diff =
        AskGit(folder, "compare files",
               {"diff", "--no-index", "--no-prefix", "--no-color",
                "--no-ext-diff", "--", "a", "b"},
               true);
    if (!diff.ok()) {
        return diff.error();
    }
    // `Name <address> seconds zone`
    Result<std::string> who =
        AskGit(tree, "find who you are", {"var", "GIT_AUTHOR_IDENT"});
    if (!who.ok()) {
        return who.error();
    }
    return fmt::format(
        "From: {}\n"
        "Subject: [PATCH] {}: clean up before code changes\n"
        "\n"
        "Blanks, line breaks and the form of comments, of lines that the next\n"
        "patch takes away. No token changes.\n"
        "---\n{}",
        who->substr(0, who->find('>') + 1), what, *diff);
}

}  // namespace

Result<Prep> MakePrep(const PrepInput &input, const StyleOptions &options)
{
    auto repository = GitRepository::Open(input.tree.string());
    if (!repository.ok()) {
        return repository.error();
    }
    auto tree = (*repository)->At(input.base.empty() ? "HEAD" : input.base);
    if (!tree.ok()) {
        return tree.error();
    }
    Result<WorkFolder> folder = WorkFolder::Make();
    if (!folder.ok()) {
        return folder.error();
    }
    Prep prep;
    std::string what;
    for (const TouchedFile &file : FindTouchedFiles(input.patch)) {
        Result<bool> differ =
            PutBoth(input, file, **tree, folder->path(), options);
        if (!differ.ok()) {
            return differ.error();
        }
        what = *differ ? (prep.files++ ? "style" : file.path) : what;
    }
    if (prep.files == 0) {
        return prep;
    }
    Result<std::string> mail =
        WriteMail(input.tree, folder->path(), what);
    if (!mail.ok()) {
        return mail.error();
    }
    prep.patch = *std::move(mail);
    return prep;
}

}  // namespace laio
