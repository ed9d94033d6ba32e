// laio review: the truth about a mailed patch, before and after, in a report.

#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "tools/cli/commands.h"
#include "tools/cli/json_text.h"
#include "tools/cli/patch_input.h"
#include "tools/cli/progress.h"
#include "tools/cli/review.h"
#include "tools/cli/workbench.h"
#include "tools/report/review_json.h"
#include "tools/report/review_text.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

constexpr const char *kName = "review";

struct Options {
    std::string tree;
    std::string base;
    std::string output;
    std::string mail;
};

// A word as a POSIX shell reads it back.
std::string ShellWord(const std::string &word)
{
    bool plain = !word.empty() &&
                 word.find_first_not_of("abcdefghijklmnopqrstuvwxyz"
                                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                        "0123456789-_./:@%+=,") ==
                     std::string::npos;
    if (plain) {
        return word;
    }
    std::string quoted = "'";
    for (char c : word) {
        quoted += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return quoted + "'";
}

std::vector<std::string> HowToReproduce(const Options &options,
                                        const ReviewReport &report)
{
    std::string where;
    if (!options.tree.empty()) {
        where += " --tree " + ShellWord(options.tree);
    }
    if (!options.base.empty()) {
        where += " --base " + ShellWord(options.base);
    }
    std::string mail = ShellWord(options.mail);
    std::vector<std::string> lines = {"laio review" + where + " " + mail,
                                      "laio salvage" + where + " " + mail};
    if (report.judged && !options.output.empty()) {
        for (const char *side : {"before", "after"}) {
            fs::path file = fs::path(options.output) / side /
                            fs::path(report.judged->path).filename();
            lines.push_back("laio run " + ShellWord(file));
        }
    }
    return lines;
}

std::string NextVersion(const ReviewReport &report)
{
    std::string text;
    for (const FixResult &style : report.style) {
        text += style.text;
    }
    return text;
}

// Writes the report and what it speaks of into the folder that was named.
class OutputFolder {
 public:
    static Result<OutputFolder> Make(const fs::path &path)
    {
        std::error_code error;
        fs::create_directories(path, error);
        if (error) {
            return EnvironmentError(fmt::format("cannot make {}: {}",
                                                path.string(),
                                                error.message()));
        }
        return OutputFolder(path);
    }

    Status Put(const fs::path &name, const std::string &text) const
    {
        std::error_code error;
        fs::create_directories((path_ / name).parent_path(), error);
        return WriteFile(path_ / name, text);
    }

    Status PutSources(const JudgedSource &source) const
    {
        fs::path file = fs::path(source.path).filename();
        Status status = Ok();
        if (source.before) {
            status = Put("before" / file, source.before->text);
        }
        if (status.ok() && source.after) {
            status = Put("after" / file, source.after->text);
        }
        return status;
    }

    Status PutReport(const ReviewReport &report) const
    {
        Status status = Put("report.txt", ReviewText(report));
        if (status.ok()) {
            status = Put("report.json", JsonText(ToJson(report)));
        }
        return status;
    }

 private:
    explicit OutputFolder(fs::path path) : path_(std::move(path)) {}

    fs::path path_;
};

Status WriteOutput(const Session &session, const Options &options,
                   const std::optional<JudgedSource> &source,
                   ReviewReport &report)
{
    Result<OutputFolder> folder =
        OutputFolder::Make(session.Resolve(options.output));
    if (!folder.ok()) {
        return folder.error();
    }
    std::string next = NextVersion(report);
    Status status = Ok();
    if (!next.empty()) {
        status = folder->Put("next-version.patch", next);
        report.next_version = fs::path(options.output) / "next-version.patch";
    }
    if (status.ok() && source) {
        status = folder->PutSources(*source);
    }
    if (status.ok()) {
        status = folder->PutReport(report);
    }
    return status;
}

// Salvage, apply and style: what needs no compiler.
Result<ReviewReport> ReadPatch(const Session &session, const Options &options,
                               Progress &progress)
{
    Result<std::vector<Mail>> mails = ReadMails(session, options.mail);
    if (!mails.ok()) {
        return mails.error();
    }
    Result<ReviewBase> base =
        OpenReviewBase(session, options.tree, options.base);
    if (!base.ok()) {
        return base.error();
    }
    ReviewReport report;
    report.input = (*mails)[0].source;
    progress.Say("salvage " + options.mail);
    Status status = SalvageStage(*mails, *base, report);
    if (!status.ok()) {
        return status.error();
    }
    progress.Say("apply and style");
    ApplyStage(*base, report);
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
        report->reproduce = HowToReproduce(options, *report);
        if (!options.output.empty()) {
            status = WriteOutput(session, options, source, *report);
        }
    }
    if (!status.ok()) {
        return status.error();
    }
    return report;
}

void Run(Session &session, const Options &options)
{
    Result<ReviewReport> report = Review(session, options);
    if (!report.ok()) {
        session.Fail(kName, report.error());
        return;
    }
    if (session.common.json) {
        session.out << JsonText(ToJson(*report));
    } else {
        session.out << ReviewText(*report);
    }
    session.exit_status = HasFindings(*report) ? 1 : 0;
}

}  // namespace

void AddReviewCommand(CLI::App &app, Session &session)
{
    CLI::App *command = app.add_subcommand(
        kName, "Salvage, apply, check, judge and measure a mailed patch");
    auto options = std::make_shared<Options>();
    command->add_option("--tree", options->tree,
                        "git repository (bare ones too); default: the "
                        "checkout this is run in");
    command->add_option("--base", options->base,
                        "Version to apply to; default: what the patch's blob "
                        "ids name");
    command->add_option("-o", options->output,
                        "Folder for report.txt, report.json and the next "
                        "version of the patch");
    command->add_option("MAIL", options->mail, "Any text with a patch, or -")
        ->required();
    AddCommonOptions(command, session.common);
    command->callback([&session, options] { Run(session, *options); });
}

}  // namespace laio
