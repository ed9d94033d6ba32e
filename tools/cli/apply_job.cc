#include "tools/cli/apply_job.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/patch/commit_words.h"
#include "tools/patch/parse.h"

namespace laio {
namespace {

bool IdsDeny(const AppliedMail &job)
{
    return std::any_of(job.changes.begin(), job.changes.end(),
                       [](const FileChange &change) {
                           return change.proof == IdProof::kDenied;
                       });
}

// Every conflict, with what the hunks want and what is there.
Error ConflictError(const std::string &source, const Error &error,
                    const std::vector<Conflict> &conflicts)
{
    if (conflicts.empty()) {
        return {error.kind, source + ": " + error.message};
    }
    std::string text = source + ": ";
    for (const Conflict &conflict : conflicts) {
        text += text.ends_with(": ") ? "" : "\n";
        text += conflict.reason;
        std::string detail = conflict.detail;
        while (detail.ends_with('\n')) {
            detail.pop_back();
        }
        text += detail.empty() ? "" : "\n" + detail;
    }
    return BadInput(std::move(text));
}

// Where the mail's first diff is, "mail:12".
std::string PlaceOfDiff(const Mail &mail)
{
    std::size_t diff = std::min(mail.body.find("diff --git "),
                                mail.body.find("--- "));
    auto line = std::count(mail.body.begin(),
                           mail.body.begin() + std::min(diff,
                                                        mail.body.size()),
                           '\n');
    return fmt::format("{}:{}", mail.source,
                       std::max(mail.body_line, 1) + line);
}

Result<AppliedMail> Try(const Patch &patch, const Mail &mail, const Tree &tree,
                        const ApplyOptions &options)
{
    PatchApplier applier(tree, options);
    Status added = applier.Add(patch);
    if (!added) {
        return ConflictError(PlaceOfDiff(mail), added.error(),
                             applier.conflicts());
    }
    AppliedMail job;
    job.source = mail.source;
    job.changes = applier.changes();
    job.writes = applier.Writes();
    job.conflicts = applier.conflicts();
    return job;
}

// The first file that could not be recovered, if there is one.
Status FirstFailure(const SalvageResult &result)
{
    for (const SalvagedFile &file : result.files) {
        if (file.grade == Grade::kFailed) {
            return BadInput(fmt::format(
                "{}; the patch to {} cannot be recovered", file.reason,
                file.path));
        }
    }
    return Ok();
}

// The tree with the files that the patch starts from.
TreeAfter WithNamedFiles(const SalvageResult &salvage, const Tree &tree)
{
    TreeAfter named(tree);
    for (const SalvagedFile &file : salvage.files) {
        if (file.before) {
            named.Put(file.old_path, TreeFile{*file.before, file.old_mode});
        }
    }
    return named;
}

Result<AppliedMail> SalvageAndTry(const Mail &mail, const Tree &tree,
                                  const JobOptions &options)
{
    Result<SalvageResult> salvage = Salvage(mail, tree);
    Status whole = salvage ? FirstFailure(*salvage)
                           : Status(salvage.error());
    if (!whole) {
        return whole.error();
    }
    Result<AppliedMail> job =
        Try(salvage->patch, mail, tree, options.apply);
    if (!job && options.own_base) {
        job = Try(salvage->patch, mail, WithNamedFiles(*salvage, tree),
                  options.apply);
    }
    if (job) {
        job->words = WordsOfSalvage(*salvage);
        job->salvage = *std::move(salvage);
    }
    return job;
}

}  // namespace

Result<std::optional<AppliedMail>> ApplyMail(const Mail &mail,
                                             const Tree &tree,
                                             const JobOptions &options)
{
    using MaybeJob = std::optional<AppliedMail>;
    Result<Patch> parsed = ParsePatch(mail.body, mail.source);
    if (!parsed && !HasPatch(mail)) {
        return MaybeJob();
    }
    Result<AppliedMail> whole = parsed ? Try(*parsed, mail, tree,
                                             options.apply)
                                       : Result<AppliedMail>(parsed.error());
    bool clean = whole && whole->conflicts.empty();
    if (whole) {
        whole->words = WordsOfMail(mail, parsed->preamble);
    }
    if (clean && !IdsDeny(*whole)) {
        return MaybeJob(*std::move(whole));
    }
    Result<AppliedMail> salvaged = SalvageAndTry(mail, tree, options);
    bool better = salvaged && (clean || !whole || salvaged->conflicts.empty());
    if (better) {
        return MaybeJob(*std::move(salvaged));
    }
    if (whole && !clean) {
        return MaybeJob(*std::move(whole));
    }
    return parsed && !clean ? whole.error() : salvaged.error();
}

}  // namespace laio
