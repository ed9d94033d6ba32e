#include "tools/cli/port_source.h"

#include <filesystem>
#include <memory>
#include <utility>

#include "tools/cli/patch_input.h"
#include "tools/patch/apply.h"
#include "tools/patch/parse.h"

namespace laio {
namespace {

RangeCommit ChangeOf(const SalvageResult &mail)
{
    RangeCommit change;
    change.author = mail.author;
    change.date = mail.date;
    change.subject = mail.subject;
    change.body = mail.message;
    for (const SalvagedFile &file : mail.files) {
        change.files.push_back(
            {file.path, file.old_path.empty() ? file.path : file.old_path,
             file.before, file.after});
    }
    return change;
}

bool AllRecovered(const std::vector<SalvageResult> &mails)
{
    for (const SalvageResult &mail : mails) {
        if (mail.Worst() == Grade::kFailed) {
            return false;
        }
    }
    return true;
}

Patch Reversed(Patch patch)
{
    for (FilePatch &file : patch.files) {
        std::swap(file.old_path, file.new_path);
        std::swap(file.old_id, file.new_id);
        std::swap(file.old_mode, file.new_mode);
        for (Hunk &hunk : file.hunks) {
            std::swap(hunk.old_start, hunk.new_start);
            std::swap(hunk.old_count, hunk.new_count);
            for (PatchLine &line : hunk.lines) {
                if (line.kind == LineKind::kAdded) {
                    line.kind = LineKind::kRemoved;
                } else if (line.kind == LineKind::kRemoved) {
                    line.kind = LineKind::kAdded;
                }
            }
        }
    }
    return patch;
}

// The changes of patches that fit the tree as it is, or that are in it.
Result<std::vector<RangeCommit>> FitExactly(const std::vector<Mail> &mails,
                                            const Tree &tree)
{
    std::vector<RangeCommit> changes;
    for (const Mail &mail : mails) {
        Result<Patch> patch = ParsePatch(mail.body, mail.source);
        if (!patch) {
            return patch.error();
        }
        auto applied = ApplyToMemory({*patch}, tree);
        bool forward = applied && !applied->empty() &&
                       !applied->front().already_applied;
        if (!forward) {
            auto back = ApplyToMemory({Reversed(*patch)}, tree);
            if (!back) {
                return applied ? back.error() : applied.error();
            }
            applied = std::move(back);
        }
        RangeCommit change;
        change.author = mail.from;
        change.date = mail.date;
        change.subject = mail.subject;
        for (FileChange &file : *applied) {
            if (!forward) {
                std::swap(file.before, file.after);
            }
            change.files.push_back(
                {file.path, file.old_path, file.before, file.after});
        }
        changes.push_back(std::move(change));
    }
    return changes;
}

// Names and message of a change that fits, as far as salvage could read them.
void TakeMessages(const std::vector<SalvageResult> &mails,
                  std::vector<RangeCommit> &changes)
{
    for (size_t i = 0; i < changes.size() && i < mails.size(); i++) {
        changes[i].author = mails[i].author;
        changes[i].date = mails[i].date;
        changes[i].subject = mails[i].subject;
        changes[i].body = mails[i].message;
    }
}

Result<std::vector<RangeCommit>> ReadPatches(const Session &session,
                                             const std::string &from,
                                             const std::string &directory)
{
    Result<std::vector<Mail>> mails = ReadMails(session, from);
    if (!mails) {
        return mails.error();
    }
    auto repository = GitRepository::Open(directory);
    if (!repository) {
        return repository.error();
    }
    bool bare = (*repository)->WorkTreeDirectory().empty();
    auto tree = bare ? (*repository)->At("HEAD") : (*repository)->WorkTree();
    if (!tree) {
        return tree.error();
    }
    auto salvaged = SalvageSeries(*mails, **tree);
    if (salvaged && AllRecovered(*salvaged)) {
        std::vector<RangeCommit> changes;
        for (const SalvageResult &mail : *salvaged) {
            changes.push_back(ChangeOf(mail));
        }
        return changes;
    }
    auto fitting = FitExactly(*mails, **tree);
    if (!fitting) {
        return salvaged ? fitting.error() : salvaged.error();
    }
    if (salvaged) {
        TakeMessages(*salvaged, *fitting);
    }
    return fitting;
}

}  // namespace

Result<std::vector<RangeCommit>> ReadChanges(const Session &session,
                                             const std::string &from,
                                             const std::string &tree)
{
    std::string directory = tree.empty() ? session.caller_dir.string()
                                         : session.Resolve(tree).string();
    std::error_code ignored;
    bool file = from == "-" || std::filesystem::is_regular_file(
                                   session.Resolve(from), ignored);
    if (file) {
        return ReadPatches(session, from, directory);
    }
    auto commits = ReadCommitRange(directory, from);
    if (!commits) {
        return BadInput(from + " is not a file, and " +
                        commits.error().message);
    }
    return commits;
}

}  // namespace laio
