// laio style: QEMU's style on a patch or a file, and the mended text.

#include <fmt/format.h>

#include <memory>

#include "tools/cli/commands.h"
#include "tools/cli/json_text.h"
#include "tools/cli/style_commits.h"
#include "tools/cli/style_hook.h"
#include "tools/cli/style_input.h"
#include "tools/cli/style_options.h"
#include "tools/cli/style_oracle.h"
#include "tools/cli/style_prep.h"
#include "tools/style/findings_text.h"
#include "tools/style/style.h"
#include "tools/subject/work_folder.h"

namespace laio {
namespace {

constexpr const char *kName = "style";

Status Explain(Session &session, const std::string &name)
{
    std::string known;
    for (const RuleDescription &rule : DescribeRules()) {
        if (rule.name == name) {
            session.out << fmt::format(
                "{} ({}{})\n{}\n\nreported:\n{}\nwanted:\n{}\nsource: QEMU "
                "commit {}, scripts/checkpatch.pl\n",
                rule.name, StyleLevelName(rule.level),
                rule.has_fix ? ", --fix mends it" : "", rule.summary,
                rule.bad, rule.good, rule.source);
            return Ok();
        }
        known += "\n    " + rule.name;
    }
    return UsageError(
        fmt::format("there is no rule `{}`; there are:{}", name, known));
}

void PrintFindings(Session &session, const StyleCommandOptions &options,
                   const StyleResult &result)
{
    if (session.common.json) {
        session.out << JsonText(ToJson(result));
    } else if (options.terse) {
        session.out << ToTerse(result);
    } else if (options.quickfix) {
        session.out << QuickfixText(result);
    } else {
        session.out << FindingsText(result, session.WantsColor());
    }
}

Status WriteSarif(Session &session, const StyleCommandOptions &options,
                  const std::vector<StyleResult> &results)
{
    return options.sarif.empty()
               ? Ok()
               : WriteFile(session.Resolve(options.sarif),
                           JsonText(ToSarif(results)));
}

// All findings of the range as if it were one patch; lines of patches count
// from each commit's own text.
StyleResult Together(const std::vector<StyleResult> &results)
{
    StyleResult all;
    all.is_patch = true;
    for (const StyleResult &result : results) {
        all.errors += result.errors;
        all.warnings += result.warnings;
        all.findings.insert(all.findings.end(), result.findings.begin(),
                            result.findings.end());
    }
    return all;
}

// The commits of the range in one run, as QEMU's CI checks a branch.
Status CheckRange(Session &session, const StyleCommandOptions &options)
{
    Result<std::vector<NamedPatch>> patches =
        ReadCommits(TreeFolder(session, options), options.input);
    if (!patches.ok()) {
        return patches.error();
    }
    std::vector<StyleResult> results = CheckSeries(*patches, options.style());
    StyleResult all = Together(results);
    if (session.common.json) {
        session.out << JsonText(ToJson(all));
    } else {
        for (const StyleResult &result : results) {
            if (options.terse) {
                session.out << ToTerse(result);
            } else if (options.quickfix) {
                session.out << QuickfixText(result);
            } else if (!result.clean()) {
                session.out << result.source_name << "\n"
                            << FindingsText(result, session.WantsColor());
            }
        }
    }
    session.exit_status = all.clean() ? 0 : 1;
    return WriteSarif(session, options, results);
}

Status Check(Session &session, const StyleCommandOptions &options,
             const StyleInput &input)
{
    StyleResult result =
        input.is_file ? CheckFile(input.text, input.name, input.style)
                      : CheckPatch(input.text, input.name, input.style);
    if (!result.is_patch && IsCoverLetter(input.name)) {
        return Ok();
    }
    if (!result.is_patch) {
        if (options.terse) {
            session.out << ToTerse(result);
        }
        return NotAPatch(input);
    }
    PrintFindings(session, options, result);
    session.exit_status = result.clean() ? 0 : 1;
    Status written = WriteSarif(session, options, {result});
    if (!written.ok()) {
        return written;
    }
    if (options.oracle.empty()) {
        return Ok();
    }
    OracleRun run{session.Resolve(options.oracle), session.caller_dir,
                  input.text, input.name, input.is_file, options.no_signoff};
    Result<std::string> differences = CompareWithOracle(run, result);
    if (!differences.ok()) {
        return differences.error();
    }
    (session.common.json || options.terse ? session.err : session.out)
        << *differences;
    return Ok();
}

void TellRemaining(Session &session, const FixResult &fixed)
{
    if (session.common.quiet) {
        return;
    }
    for (const Finding &finding : fixed.after.findings) {
        session.err << FindingText(finding);
    }
    for (const DroppedFix &dropped : fixed.dropped) {
        session.err << fmt::format("{}:{}: not mended ({}): {}\n",
                                   dropped.file, dropped.line, dropped.rule,
                                   dropped.why);
    }
    session.err << fmt::format("laio style: {} mended; {} remain\n",
                               fixed.applied, fixed.after.findings.size());
}

Status Fix(Session &session, const StyleCommandOptions &options,
           const StyleInput &input)
{
    FixResult fixed =
        input.is_file ? FixFile(input.text, input.name, input.style)
                      : FixPatch(input.text, input.name, input.style);
    if (!fixed.before.is_patch) {
        return NotAPatch(input);
    }
    std::string target = options.in_place ? options.input : options.output;
    if (target.empty()) {
        session.out << fixed.text;
    } else {
        Status written = WriteFile(session.Resolve(target), fixed.text);
        if (!written.ok()) {
            return written;
        }
    }
    if (session.common.json) {
        session.out << JsonText(ToJson(fixed.after));
    }
    TellRemaining(session, fixed);
    session.exit_status = fixed.after.clean() ? 0 : 1;
    return Ok();
}

Status Prepare(Session &session, const StyleCommandOptions &options,
               const StyleInput &input)
{
    PrepInput asked{TreeFolder(session, options), options.base, input.text,
                    input.name};
    Result<Prep> prep = MakePrep(asked, input.style);
    if (!prep.ok()) {
        return prep.error();
    }
    if (!session.common.quiet) {
        session.err << fmt::format("laio style: old lines of {} to clean\n",
                                   prep->files == 1
                                       ? "1 file"
                                       : fmt::format("{} files",
                                                     prep->files));
    }
    if (!options.output.empty()) {
        return WriteFile(session.Resolve(options.output), prep->patch);
    }
    session.out << prep->patch;
    return Ok();
}

Status Install(Session &session, const StyleCommandOptions &options)
{
    std::error_code ignored;
    Result<std::filesystem::path> hook =
        InstallHook(TreeFolder(session, options),
                    std::filesystem::read_symlink("/proc/self/exe", ignored));
    if (!hook.ok()) {
        return hook.error();
    }
    session.out << fmt::format("installed {}\n", hook->string());
    return Ok();
}

Status Run(Session &session, const StyleCommandOptions &options)
{
    if (!options.explain.empty()) {
        return Explain(session, options.explain);
    }
    Status usage = CheckStyleUsage(options, session.common.json);
    if (!usage.ok()) {
        return usage;
    }
    if (options.install_hook) {
        return Install(session, options);
    }
    if (options.is_range()) {
        return CheckRange(session, options);
    }
    Result<StyleInput> input = ReadStyleInput(session, options);
    if (!input.ok()) {
        return input.error();
    }
    if (options.prep) {
        return Prepare(session, options, *input);
    }
    if (options.staged && input->text.empty()) {
        PrintFindings(session, options, {});
        return Ok();
    }
    return options.fix ? Fix(session, options, *input)
                       : Check(session, options, *input);
}

}  // namespace

Command StyleCommand(Session &session)
{
    auto options = std::make_shared<StyleCommandOptions>();
    Command command{kName, "Check, or mend, the style of a patch or a file"};
    AddStyleOptions(command, *options);
    AddCommonOptions(command, session.common);
    command.run = [&session, options] {
        return session.Finish(kName, Run(session, *options));
    };
    return command;
}

}  // namespace laio
