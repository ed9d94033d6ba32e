// laio review: the truth about a mailed patch, before and after, in a report.

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "tools/cli/commands.h"
#include "tools/cli/json_text.h"
#include "tools/cli/open_version.h"
#include "tools/cli/patch_input.h"
#include "tools/cli/progress.h"
#include "tools/cli/reproduce.h"
#include "tools/cli/review.h"
#include "tools/cli/review_output.h"
#include "tools/cli/workbench.h"
#include "tools/report/review_json.h"
#include "tools/report/review_text.h"

namespace laio {
namespace {

constexpr const char *kName = "review";

struct Options {
    std::string tree;
    std::string base;
    std::string output;
    std::string mail;
};

// Salvage, apply and style: what needs no compiler.
Result<ReviewReport> ReadPatch(const Session &session, const Options &options,
                               Progress &progress)
{
    Result<std::vector<Mail>> mails = ReadMails(session, options.mail);
    if (!mails.ok()) {
        return mails.error();
    }
    Result<std::unique_ptr<Tree>> version =
        OpenVersion(session, options.tree, options.base);
    if (!version.ok()) {
        return version.error();
    }
    const ReviewBase base{*std::move(version), !options.base.empty()};
    ReviewReport report;
    report.input = (*mails)[0].source;
    progress.Say("salvage " + options.mail);
    Status status = SalvageStage(*mails, base, report);
    if (!status.ok()) {
        return status.error();
    }
    progress.Say("apply and style");
    ApplyStage(base, report);
    StyleStage(report);
    return report;
}

Status JudgePatch(const Session &session,
                  const std::optional<JudgedSource> &source,
                  Progress &progress, ReviewReport &report)
{
    if (!source) {
        return Ok();
    }
    Result<std::unique_ptr<Workbench>> workbench =
        Workbench::Open(session, kName);
    if (!workbench.ok()) {
        return workbench.error();
    }
    return JudgeStage(*source, **workbench, progress, report);
}

Result<ReviewReport> Review(Session &session, const Options &options)
{
    Progress progress(session, kName);
    Result<ReviewReport> report = ReadPatch(session, options, progress);
    if (!report.ok()) {
        return report;
    }
    std::optional<JudgedSource> source = FindJudgedSource(*report);
    Status status = JudgePatch(session, source, progress, *report);
    if (status.ok()) {
        ReviewWords words{options.tree, options.base, options.mail,
                          options.output};
        report->reproduce = HowToReproduce(words, *report);
        if (!options.output.empty()) {
            progress.Say("write " + options.output);
            status = WriteReview(session.Resolve(options.output),
                                 options.output, source, *report);
        }
    }
    if (!status.ok()) {
        return status.error();
    }
    return report;
}

Status Run(Session &session, const Options &options)
{
    Result<ReviewReport> report = Review(session, options);
    if (!report.ok()) {
        return report.error();
    }
    if (session.common.json) {
        session.out << JsonText(ToJson(*report));
    } else {
        session.out << ReviewText(*report);
    }
    session.exit_status = HasFindings(*report) ? 1 : 0;
    return Ok();
}

}  // namespace

Command ReviewCommand(Session &session)
{
    auto options = std::make_shared<Options>();
    Command command{kName,
                    "Salvage, apply, check, judge and measure a mailed patch"};
    command.Add("--tree DIR", &options->tree,
                "git repository (bare ones too); default: the checkout this "
                "is run in");
    command.Add("--base REV", &options->base,
                "Version to apply to; default: what the patch's blob ids name");
    command.Add("-o DIR", &options->output,
                "Folder for report.txt, report.html, report.json, reply.txt "
                "and the next version of the patch");
    command.Add("MAIL", &options->mail, "Any text with a patch, or -")
        .Required();
    AddCommonOptions(command, session.common);
    command.run = [&session, options] {
        return session.Finish(kName, Run(session, *options));
    };
    return command;
}

}  // namespace laio
