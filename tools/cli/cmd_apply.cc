// laio apply: puts mailed patches on a tree, all of them or none.

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "tools/cli/apply_job.h"
#include "tools/cli/apply_sink.h"
#include "tools/cli/commands.h"
#include "tools/cli/committer.h"
#include "tools/cli/json_text.h"
#include "tools/cli/mail_queue.h"
#include "tools/cli/patch_input.h"
#include "tools/patch/patch_json.h"

namespace laio {
namespace {

constexpr const char *kName = "apply";

struct Options {
    std::string tree;
    SinkOptions sink;
    JobOptions job;
    std::string mail;
};

class Applier {
 public:
    Applier(Session &session, Options options)
        : session_(session), options_(std::move(options))
    {
    }

    Status Run()
    {
        Status opened = Open();
        if (!opened) {
            return opened;
        }
        while (true) {
            Result<std::optional<Mail>> mail = queue_->Next();
            if (!mail) {
                return mail.error();
            }
            if (!*mail) {
                break;
            }
            Status added = Add(**mail);
            if (!added) {
                return added;
            }
        }
        if (patches_ == 0) {
            return NoPatch();
        }
        Status written = sink_->Finish();
        if (written) {
            Report();
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
        SinkOptions &sink = options_.sink;
        bool bare = (*repository)->WorkTreeDirectory().empty();
        options_.job.own_base = bare && sink.base.empty() && sink.check;
        sink.reject = options_.job.apply.reject;
        sink.committer = Committer((*repository)->GitDirectory());
        sink.committer_date = CommitterDate();
        auto made = MakeApplySink(*repository, sink);
        if (!made) {
            return made.error();
        }
        sink_ = *std::move(made);
        auto queue = MailQueue::Open(session_, kName, options_.mail);
        if (!queue) {
            return queue.error();
        }
        queue_ = *std::move(queue);
        return Ok();
    }

    Status Add(const Mail &mail)
    {
        source_ = mail.source;
        if (queue_->RepliesTo(mail)) {
            Note(mail, "a reply to a patch of this input; not applied");
            return Ok();
        }
        auto job = ApplyMail(mail, sink_->tree(), options_.job);
        if (!job) {
            return job.error();
        }
        if (!*job) {
            return Ok();
        }
        queue_->Remember(mail, 0);
        Result<std::string> commit = sink_->Add(**job);
        if (!commit) {
            return commit.error();
        }
        Tell(std::move(**job), *commit);
        return Ok();
    }

    void Note(const Mail &mail, const std::string &what)
    {
        if (!session_.common.quiet) {
            session_.err << fmt::format("note: `{}`: {}\n", mail.subject, what);
        }
    }

    void Tell(AppliedMail job, const std::string &commit)
    {
        if (job.salvage) {
            if (!session_.common.quiet) {
                DescribeSalvage(*job.salvage, session_.err);
            }
            guessed_ = guessed_ || job.salvage->Worst() >= Grade::kGuessed;
        }
        for (const Conflict &conflict : job.conflicts) {
            session_.err << conflict.reason << "\n" << conflict.detail;
        }
        rejects_ = rejects_ || !job.conflicts.empty();
        patches_++;
        const std::string &message = job.words.message;
        std::string subject = message.substr(0, message.find('\n'));
        if (session_.common.json) {
            KeepForJson(std::move(job), commit, subject);
            return;
        }
        if (options_.sink.commit) {
            report_ += fmt::format(
                "{} {}\n", commit.empty() ? "already applied:" : commit,
                subject);
        }
        for (const FileChange &change : job.changes) {
            ReportFile(change);
        }
    }

    void KeepForJson(AppliedMail job, const std::string &commit,
                     const std::string &subject)
    {
        for (FileChange &change : job.changes) {
            if (change.before) {
                change.before = std::string();
            }
            if (change.after) {
                change.after = std::string();
            }
            changes_.push_back(std::move(change));
        }
        if (!commit.empty()) {
            commits_.push_back({{"id", commit}, {"subject", subject}});
        }
    }

    Status NoPatch() const
    {
        return BadInput(fmt::format(
            "{}:1: no patch in it: there is no `diff --git` line in what was "
            "given",
            source_.empty() ? options_.mail : source_));
    }

    void Report()
    {
        session_.exit_status = guessed_ || rejects_ ? 1 : 0;
        if (session_.common.json) {
            nlohmann::json result = ToJson(changes_);
            result["commits"] = commits_;
            session_.out << JsonText(result);
        } else {
            session_.out << report_;
        }
    }

    std::string WhatBecameOf(const FileChange &change) const
    {
        if (change.already_applied) {
            return "already applied";
        }
        if (!change.rejected.empty()) {
            return "rejects in " + change.path + ".rej";
        }
        if (change.conflicted) {
            return "conflicts, marked in the file";
        }
        return options_.sink.check ? "applies" : "applied";
    }

    // Of a commit only what is out of the ordinary.
    void ReportFile(const FileChange &change)
    {
        bool commit = options_.sink.commit;
        bool plain = !change.already_applied && !change.merged &&
                     change.rejected.empty();
        if (!commit || !plain) {
            report_ += fmt::format("{}{}: {}{}\n", commit ? "    " : "",
                                   change.path, WhatBecameOf(change),
                                   change.merged && !change.conflicted
                                       ? " by a 3-way merge"
                                       : "");
        }
        for (const HunkPlace &place : change.hunks) {
            if (place.offset == 0 && place.fuzz == 0) {
                continue;
            }
            report_ += fmt::format(
                "    {}hunk {} at line {}, offset {}{}\n",
                commit ? change.path + ": " : "", place.hunk, place.line,
                place.offset,
                place.fuzz ? fmt::format(", fuzz {}", place.fuzz) : "");
        }
    }

    Session &session_;
    Options options_;
    std::unique_ptr<ApplySink> sink_;
    std::unique_ptr<MailQueue> queue_;
    std::string source_;
    bool guessed_ = false;
    bool rejects_ = false;
    int patches_ = 0;
    std::string report_;  // said when all is written
    std::vector<FileChange> changes_;  // for --json, without the contents
    nlohmann::json commits_ = nlohmann::json::array();
};

void AddTargetOptions(Command &command, Options *options)
{
    command.Add("--tree DIR", &options->tree,
                "Git checkout to change, or bare repository (with --check or "
                "--commit)");
    command.Add("--base REV", &options->sink.base,
                "Version to try it on with --check, or to commit on with "
                "--commit; then no branch moves");
    command.Add("--check", &options->sink.check, "Write nothing");
    command.Add("--index", &options->sink.index, "Stage the change too")
        .Excludes({"--check"});
    command
        .Add("--commit", &options->sink.commit,
             "Make a commit of each patch, as `git am` does; in a bare "
             "repository no branch moves")
        .Excludes({"--check", "--index"});
    command.Add("--3way", &options->job.apply.three_way,
                "Merge what does not fit, by way of the blobs that the patch "
                "names");
    command
        .Add("--reject", &options->job.apply.reject,
             "Apply what fits; leave the rest in .rej files, and merges with "
             "conflict markers")
        .Excludes({"--check", "--index", "--commit"});
    options->job.apply.max_fuzz = 2;
    command
        .Add("--fuzz N", &options->job.apply.max_fuzz,
             "Context lines at the ends of a hunk that need not match where "
             "nothing else fits (2)")
        .Range(0, 3);
}

}  // namespace

Command ApplyCommand(Session &session)
{
    auto options = std::make_shared<Options>();
    Command command{kName, "Put mailed patches on a tree, all of them or none"};
    AddCommonOptions(command, session.common);
    AddTargetOptions(command, options.get());
    command
        .Add("MAIL", &options->mail,
             "A mail, mbox, Maildir or patch, or - for stdin")
        .Required();
    command.run = [options, &session] {
        return session.Finish(kName, Applier(session, *options).Run());
    };
    return command;
}

}  // namespace laio
