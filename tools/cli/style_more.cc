#include "tools/cli/style_more.h"

#include <fmt/format.h>

#include <ostream>

#include "tools/base/in_order.h"
#include "tools/cli/hand_over.h"
#include "tools/cli/style_check.h"
#include "tools/cli/style_commits.h"
#include "tools/cli/style_hook.h"
#include "tools/cli/style_input.h"
#include "tools/cli/style_mend.h"
#include "tools/cli/style_output.h"
#include "tools/cli/style_prep.h"

namespace laio {
namespace {

// The commits of the range in one run, as QEMU's CI checks a branch.
Status CheckRange(Session &session, const StyleCommandOptions &options)
{
    Result<std::vector<NamedPatch>> patches =
        ReadCommits(TreeFolder(session, options), options.input(),
                    ThreadsFor(session.common.jobs));
    if (!patches.ok()) {
        return patches.error();
    }
    FindingsPrinter printer(session, options, true);
    for (StyleResult &result : CheckSeries(*patches, options.style())) {
        printer.Add(std::move(result), false);
    }
    return printer.Finish();
}

// The commits of the range as a series for `git am`.
Status MendRange(Session &session, const StyleCommandOptions &options)
{
    Result<NamedPatch> series =
        ReadSeries(TreeFolder(session, options), options.input());
    return series.ok() ? MendInput(session, options,
                                   {series->name, series->text})
                       : series.error();
}

Status StagedWithoutLines(Session &session, const StyleCommandOptions &options,
                          const std::string &text)
{
    if (options.fix) {
        return session.WriteOutput(
            options.output.empty() ? "-" : options.output, text);
    }
    FindingsPrinter printer(session, options, false);
    printer.Add({}, false);
    return printer.Finish();
}

Status StyleStaged(Session &session, const StyleCommandOptions &options)
{
    Result<NamedPatch> staged = ReadStaged(TreeFolder(session, options));
    if (!staged.ok()) {
        return staged.error();
    }
    // Modes, names and binary files have no style.
    if (staged->text.find("\n@@ ") == staged->text.npos) {
        return StagedWithoutLines(session, options, staged->text);
    }
    StyleInput input{staged->name, staged->text};
    return options.fix ? MendInput(session, options, input)
                       : CheckInput(session, options, input);
}

Status Prepare(Session &session, const StyleCommandOptions &options)
{
    Result<StyleInput> input =
        ReadStyleInput(session, options, options.input());
    if (!input.ok()) {
        return input.error();
    }
    PrepInput asked{TreeFolder(session, options), options.base, input->text,
                    input->name};
    Result<Prep> prep = MakePrep(asked, options.style());
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
    return session.WriteOutput(options.output.empty() ? "-" : options.output,
                               prep->patch);
}

Status Install(Session &session, const StyleCommandOptions &options)
{
    std::error_code ignored;
    std::filesystem::path self =
        std::filesystem::read_symlink("/proc/self/exe", ignored);
    Result<std::filesystem::path> hook =
        InstallHook(TreeFolder(session, options), FrontProgram(self));
    if (!hook.ok()) {
        return hook.error();
    }
    session.out << fmt::format("installed {}\n", hook->string());
    return Ok();
}

}  // namespace

Status StyleWithMore(Session &session, const StyleCommandOptions &options)
{
    if (options.install_hook) {
        return Install(session, options);
    }
    if (options.is_range()) {
        return options.fix ? MendRange(session, options)
                           : CheckRange(session, options);
    }
    if (options.prep) {
        return Prepare(session, options);
    }
    if (options.staged) {
        return StyleStaged(session, options);
    }
    Result<std::vector<std::string>> names =
        ListStyleInputs(session, options);
    return names.ok() ? MendInputs(session, options, *names) : names.error();
}

}  // namespace laio
