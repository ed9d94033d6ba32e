// laio apply: puts a mailed patch on a tree, whole or not at all.

#include <fmt/format.h>

#include <ostream>

#include "tools/cli/commands.h"
#include "tools/cli/json_text.h"
#include "tools/cli/patch_input.h"
#include "tools/patch/apply.h"
#include "tools/patch/parse.h"
#include "tools/patch/patch_json.h"

namespace laio {
namespace {

constexpr const char *kName = "apply";

struct Options {
    std::string tree;
    std::string base;
    bool check = false;
    bool index = false;
    bool commit = false;
    std::string mail;
};

// One patch to apply, and what its commit says.
struct Job {
    Patch patch;
    std::string author;
    std::string date;
    std::string message;
};

Job JobOf(const SalvageResult &result)
{
    return {result.patch, result.author, result.date,
            result.subject + "\n\n" + result.message};
}

// Patches that cannot be recovered against their own base may still be whole
// and fit, or be in the tree already.
Result<std::vector<Job>> ParseJobs(const std::vector<Mail> &mails)
{
    std::vector<Job> jobs;
    for (const Mail &mail : mails) {
        Result<Patch> patch = ParsePatch(mail.body, mail.source);
        if (!patch) {
            return patch.error();
        }
        jobs.push_back({*patch, mail.from, mail.date, mail.subject + "\n"});
    }
    return jobs;
}

Status FirstFailure(const std::vector<SalvageResult> &results)
{
    for (const SalvageResult &result : results) {
        for (const SalvagedFile &file : result.files) {
            if (file.grade == Grade::kFailed) {
                return BadInput(fmt::format(
                    "{}; the patch to {} cannot be recovered", file.reason,
                    file.path));
            }
        }
    }
    return Ok();
}

class Applier {
 public:
    Applier(Session &session, const Options &options)
        : session_(session), options_(options)
    {
    }

    Status Run()
    {
        Status opened = Open();
        if (!opened) {
            return opened;
        }
        Result<std::vector<Mail>> mails = ReadMails(session_, options_.mail);
        if (!mails) {
            return mails.error();
        }
        Status salvaged = Salvage(*mails);
        if (!salvaged) {
            return salvaged;
        }
        PatchSeries series;
        for (const Job &job : jobs_) {
            series.push_back(job.patch);
        }
        Result<std::vector<FileChange>> changes = ApplyToMemory(series,
                                                                *target_);
        if (!changes) {
            return changes.error();
        }
        Status written = options_.check ? Ok() : Write(*changes);
        if (written) {
            Report(*changes);
        }
        return written;
    }

 private:
    Status Open()
    {
        auto repository = OpenTree(session_, options_.tree);
        if (!repository) {
            return repository.error();
        }
        repository_ = *repository;
        bool bare = repository_->WorkTreeDirectory().empty();
        if (!options_.check && (bare || !options_.base.empty())) {
            return UsageError(
                "only a work tree can be written to, and only as it is; say "
                "--check to try a bare repository or another version");
        }
        bool on_disk = !bare && options_.base.empty();
        own_base_ = bare && options_.base.empty();
        auto tree = on_disk ? repository_->WorkTree()
                            : repository_->At(options_.base.empty()
                                                  ? "HEAD"
                                                  : options_.base);
        if (!tree) {
            return tree.error();
        }
        tree_ = std::move(*tree);
        target_ = tree_.get();
        return Ok();
    }

    Status Salvage(const std::vector<Mail> &mails)
    {
        auto results = SalvageSeries(mails, *tree_);
        Status good = results ? FirstFailure(*results) : results.error();
        if (!good) {
            Result<std::vector<Job>> parsed = ParseJobs(mails);
            if (!parsed || !Fits(*parsed)) {
                return good;
            }
            jobs_ = std::move(*parsed);
            return Ok();
        }
        for (const SalvageResult &result : *results) {
            jobs_.push_back(JobOf(result));
            if (!session_.common.quiet) {
                DescribeSalvage(result, session_.err);
            }
            guessed_ = guessed_ || result.Worst() >= Grade::kGuessed;
        }
        if (own_base_) {
            UseOwnBase(*results);
        }
        return Ok();
    }

    bool Fits(const std::vector<Job> &jobs) const
    {
        PatchSeries series;
        for (const Job &job : jobs) {
            series.push_back(job.patch);
        }
        return ApplyToMemory(series, *tree_).ok();
    }

    // A bare repository without --base: the versions the patch itself names.
    void UseOwnBase(const std::vector<SalvageResult> &results)
    {
        std::map<std::string, std::string> files;
        for (const SalvageResult &result : results) {
            for (const SalvagedFile &file : result.files) {
                if (file.before) {
                    files.emplace(file.old_path, *file.before);
                }
            }
        }
        named_ = MemoryTree(std::move(files));
        target_ = &named_;
    }

    Status Write(const std::vector<FileChange> &changes)
    {
        if (!options_.commit) {
            return WriteFiles(changes);
        }
        for (const Job &job : jobs_) {
            Result<std::vector<FileChange>> step =
                ApplyToMemory({job.patch}, *target_);
            if (!step) {
                return step.error();
            }
            Status written = WriteFiles(*step);
            if (!written) {
                return written;
            }
            auto id = repository_->Commit(job.author, job.date, job.message);
            if (!id) {
                return id.error();
            }
        }
        return Ok();
    }

    Status WriteFiles(const std::vector<FileChange> &changes)
    {
        std::vector<FileWrite> writes;
        for (const FileChange &change : changes) {
            if (change.already_applied) {
                continue;
            }
            writes.push_back({change.path, change.after, change.new_mode});
            if (change.old_path != change.path && change.renamed) {
                writes.push_back({change.old_path, std::nullopt});
            }
        }
        Status written = repository_->Write(writes);
        if (written && (options_.index || options_.commit)) {
            return repository_->AddToIndex(writes);
        }
        return written;
    }

    void Report(const std::vector<FileChange> &changes)
    {
        session_.exit_status = guessed_ ? 1 : 0;
        if (session_.common.json) {
            session_.out << JsonText(ToJson(changes));
            return;
        }
        for (const FileChange &change : changes) {
            session_.out << fmt::format(
                "{}: {}\n", change.path,
                change.already_applied ? "already applied"
                : options_.check       ? "applies"
                                       : "applied");
            for (const HunkPlace &place : change.hunks) {
                if (place.offset != 0) {
                    session_.out << fmt::format(
                        "    hunk {} at line {}, offset {}\n", place.hunk,
                        place.line, place.offset);
                }
            }
        }
    }

    Session &session_;
    const Options &options_;
    std::shared_ptr<GitRepository> repository_;
    std::unique_ptr<Tree> tree_;
    MemoryTree named_;
    const Tree *target_ = nullptr;
    bool own_base_ = false;
    bool guessed_ = false;
    std::vector<Job> jobs_;
};

}  // namespace

void AddApplyCommand(CLI::App &app, Session &session)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = app.add_subcommand(
        kName, "Put a mailed patch on a tree, whole or not at all");
    AddCommonOptions(command, session.common);
    command->add_option("--tree", options->tree,
                        "Git checkout to change (with --check, also a bare "
                        "repository)");
    command->add_option("--base", options->base,
                        "Version to try it on; with --check");
    CLI::Option *check = command->add_flag("--check", options->check,
                                           "Write nothing");
    CLI::Option *index = command->add_flag("--index", options->index,
                                           "Stage the change too");
    command->add_flag("--commit", options->commit, "Commit the change too")
        ->excludes(check)
        ->excludes(index);
    index->excludes(check);
    command->add_option("mail", options->mail,
                        "A mail or patch, or - for stdin")
        ->required();
    command->callback([options, &session] {
        Status done = Applier(session, *options).Run();
        if (!done) {
            session.Fail(kName, done.error());
        }
    });
}

}  // namespace laio
