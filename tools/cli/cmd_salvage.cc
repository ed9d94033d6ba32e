// laio salvage: from the text of a mail to a patch that `git am` takes.

#include <fmt/format.h>

#include <map>
#include <memory>
#include <ostream>

#include "tools/cli/commands.h"
#include "tools/cli/json_text.h"
#include "tools/cli/mail_queue.h"
#include "tools/cli/open_version.h"
#include "tools/cli/patch_input.h"
#include "tools/cli/series_output.h"
#include "tools/patch/patch_json.h"

namespace laio {
namespace {

constexpr const char *kName = "salvage";
// Replies come soon after their patch; later ones find other base files.
constexpr std::size_t kPatchesWithReplies = 200;

struct Options {
    std::string tree;
    std::string base;
    std::string output;
    std::string series;
    std::uint64_t max_candidates = SalvageOptions().max_candidates;
    std::string mail;
};

class SalvageRun {
 public:
    SalvageRun(Session &session, const Options &options)
        : session_(session), options_(options)
    {
        salvage_.max_candidates = options.max_candidates;
    }

    Status Run()
    {
        Status done = Open();
        while (done) {
            Result<std::optional<Mail>> mail = queue_->Next();
            if (!mail) {
                return mail.error();
            }
            if (!*mail) {
                break;
            }
            done = Add(**mail);
        }
        if (done && patches_ == 0) {
            return BadInput(fmt::format(
                "{}:1: no patch in it: there is no `diff --git` line in what "
                "was given", options_.mail == "-" ? "stdin" : options_.mail));
        }
        if (done && session_.common.json) {
            session_.out << JsonText(ToJson(kept_));
        }
        return done;
    }

 private:
    Status Open()
    {
        auto queue = MailQueue::Open(session_, kName, options_.mail);
        if (!queue) {
            return queue.error();
        }
        queue_ = *std::move(queue);
        auto tree = OpenVersion(session_, options_.tree, options_.base);
        if (!tree) {
            return tree.error();
        }
        tree_ = *std::move(tree);
        salvage_.unchecked = !OpenTree(session_, options_.tree);
        after_ = std::make_unique<TreeAfter>(*tree_);
        output_ = MakeOutput();
        return Ok();
    }

    std::unique_ptr<SeriesOutput> MakeOutput() const
    {
        if (!options_.series.empty()) {
            return OutputToFolder(session_.Resolve(options_.series));
        }
        if (!options_.output.empty() && options_.output != "-") {
            return OutputToFile(session_.Resolve(options_.output));
        }
        return OutputToStream(session_.common.json ? nullptr : &session_.out);
    }

    Status Add(const Mail &mail)
    {
        if (!HasPatch(mail)) {
            return Ok();
        }
        if (std::optional<int> about = queue_->RepliesTo(mail)) {
            return AddReply(mail, *about);
        }
        Result<SalvageResult> result = Salvage(mail, *after_, salvage_);
        if (!result) {
            return result.error();
        }
        PutResult(*result, after_.get());
        if (!session_.common.quiet) {
            DescribeSalvage(*result, session_.err);
        }
        if (result->Worst() >= Grade::kGuessed) {
            session_.exit_status = 1;
        }
        queue_->Remember(mail, ++patches_);
        KeepBefore(*result);
        Status written = output_->Add(patches_, *result);
        if (session_.common.json) {
            kept_.push_back(*std::move(result));
        }
        return written;
    }

    // A reply quotes the patch as it was when its files were as before it.
    Status AddReply(const Mail &mail, int about)
    {
        TreeAfter before(*after_);
        for (const SalvagedFile &file : before_[about]) {
            if (file.before) {
                before.Put(file.old_path,
                           TreeFile{*file.before, file.old_mode});
            }
        }
        Result<SalvageResult> review = Salvage(mail, before, salvage_);
        if (!review) {
            session_.err << fmt::format(
                "note: the reply `{}` is left out: {}\n", mail.subject,
                review.error().message);
            return Ok();
        }
        if (session_.common.json) {
            std::vector<Comment> &all = kept_[about - 1].comments;
            all.insert(all.end(), review->comments.begin(),
                       review->comments.end());
        }
        return output_->AddComments(about, *review);
    }

    // For the replies to come, of the last patches only.
    void KeepBefore(const SalvageResult &result)
    {
        for (const SalvagedFile &file : result.files) {
            SalvagedFile kept;
            kept.old_path = file.old_path;
            kept.old_mode = file.old_mode;
            kept.before = file.before;
            before_[patches_].push_back(std::move(kept));
        }
        if (before_.size() > kPatchesWithReplies) {
            before_.erase(before_.begin());
        }
    }

    Session &session_;
    const Options &options_;
    SalvageOptions salvage_;
    std::unique_ptr<MailQueue> queue_;
    std::unique_ptr<Tree> tree_;
    std::unique_ptr<TreeAfter> after_;
    std::unique_ptr<SeriesOutput> output_;
    int patches_ = 0;
    std::map<int, std::vector<SalvagedFile>> before_;
    std::vector<SalvageResult> kept_;  // for --json
};

}  // namespace

Command SalvageCommand(Session &session)
{
    auto options = std::make_shared<Options>();
    Command command{kName,
                    "Recover a patch from a mail, with a grade per file"};
    AddCommonOptions(command, session.common);
    command.Add("--tree DIR", &options->tree,
                "Git checkout or bare repository the patch is for");
    command.Add("--base REV", &options->base,
                "Version to fall back on when the patch's blob ids are not in "
                "the tree");
    command.Add("-o,--output FILE", &options->output,
                "Write the patch to this file, reviewers' comments beside "
                "it");
    command
        .Add("--series DIR", &options->series,
             "Write one file per patch into this folder, reviewers' comments "
             "beside it")
        .Excludes({"-o"});
    command.Add("--max-candidates N", &options->max_candidates,
                "Layouts to try per file");
    command
        .Add("MAIL", &options->mail,
             "A mail, mbox or Maildir, or - for stdin")
        .Required();
    command.run = [options, &session] {
        return session.Finish(kName, SalvageRun(session, *options).Run());
    };
    return command;
}

}  // namespace laio
