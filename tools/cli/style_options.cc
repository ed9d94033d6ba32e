#include "tools/cli/style_options.h"

#include <algorithm>

#include "tools/cli/style_text.h"

namespace laio {
namespace {

Status CheckFixUsage(const StyleCommandOptions &options, bool json)
{
    if (options.fix && !options.sarif.empty()) {
        return UsageError("--sarif is for a check, not for --fix");
    }
    if (!options.fix && (options.in_place ||
                         (!options.output.empty() && !options.prep))) {
        return UsageError("-i and -o are for --fix");
    }
    if (options.in_place && !options.output.empty()) {
        return UsageError("give -i or -o, not both");
    }
    if (options.in_place && options.staged) {
        return UsageError("-i cannot change what is staged; --fix -o PATCH "
                          "writes the mended change");
    }
    bool wants_stdin =
        options.inputs.empty() ||
        std::count(options.inputs.begin(), options.inputs.end(), "-") > 0;
    if (options.in_place && wants_stdin) {
        return UsageError("-i needs a file: stdin cannot be changed");
    }
    if (options.fix && !options.oracle.empty()) {
        return UsageError("give --fix or --oracle, not both");
    }
    if (json && options.fix && !options.in_place && options.output.empty()) {
        return UsageError("--json with --fix needs -i or -o for the text");
    }
    return Ok();
}

// Modes that take no patch from the user, or another kind of it.
Status CheckModeUsage(const StyleCommandOptions &options)
{
    if (options.staged + options.install_hook + options.prep > 1) {
        return UsageError("give one of --staged, --install-hook and --prep");
    }
    if ((options.staged || options.install_hook) &&
        (options.has_input() || options.is_file)) {
        return UsageError(
            std::string(options.staged ? "--staged" : "--install-hook") +
            " takes no file: it is about the checkout of --tree");
    }
    bool shows_findings = options.terse || options.quickfix ||
                          !options.sarif.empty() || !options.oracle.empty();
    if ((options.prep || options.install_hook) &&
        (shows_findings || options.fix || options.is_file)) {
        return UsageError(
            std::string(options.prep ? "--prep" : "--install-hook") +
            " goes with none of --fix, -f, --terse, --quickfix, --sarif and "
            "--oracle");
    }
    if (options.prep && (options.is_range() || options.inputs.size() > 1)) {
        return UsageError("--prep takes one patch, not a range; `git show "
                          "REV | laio style --prep` is one");
    }
    if (!options.base.empty() && !options.prep) {
        return UsageError("--base is for --prep");
    }
    if (options.staged && !options.oracle.empty()) {
        return UsageError("--oracle takes a patch or a file, not --staged");
    }
    return Ok();
}

bool IsKnownVersion(const std::string &rules)
{
    int version = ParseQemuVersion(rules);
    return version >= kOldestQemuVersion && version <= kNewestQemuVersion;
}

}  // namespace

bool StyleCommandOptions::is_range() const
{
    return !is_file && IsRange(input());
}

StyleOptions StyleCommandOptions::style() const
{
    StyleOptions style;
    // What is staged has no message yet.
    style.require_signoff = !no_signoff && !staged;
    if (!rules.empty()) {
        style.qemu_version = ParseQemuVersion(rules);
    }
    if (staged) {
        // Nor can a new file's place in MAINTAINERS be answered in one.
        for (const RuleDescription &rule : DescribeRules()) {
            if (rule.name != "maintainers-update") {
                style.rules.push_back(rule.name);
            }
        }
    }
    return style;
}

Status CheckStyleUsage(const StyleCommandOptions &options, bool json)
{
    if (!options.rules.empty() && !IsKnownVersion(options.rules)) {
        return UsageError("--rules " + options.rules +
                          ": rules are known of QEMU 2.6 to 11; give a "
                          "version like 9.0");
    }
    if (options.is_range() && options.inputs.size() > 1) {
        return UsageError("a range is the only input where there is one");
    }
    if (options.is_range() && (options.in_place || !options.oracle.empty())) {
        return UsageError("-i and --oracle take patches, not a range");
    }
    if (options.quickfix && (options.terse || options.fix || json)) {
        return UsageError("--quickfix goes with none of --terse, --json and "
                          "--fix");
    }
    Status mode = CheckModeUsage(options);
    return mode.ok() ? CheckFixUsage(options, json) : mode;
}

void AddStyleOptions(Command &command, StyleCommandOptions &options)
{
    command.Add("--fix", &options.fix,
                "Print the mended text; what remains goes to stderr");
    command.Add("-i", &options.in_place, "With --fix: change the files");
    command.Add("-o FILE", &options.output,
                "With --fix or --prep: write the text there");
    command.Add("-f,--file", &options.is_file,
                "The inputs are source files, not patches");
    command.Add("--no-signoff", &options.no_signoff,
                "Do not ask for a Signed-off-by line");
    command.Add("--terse", &options.terse,
                "Print what checkpatch.pl --terse --no-summary does, and fail "
                "where it does: for errors");
    command.Add("--oracle CHECKPATCH_PL", &options.oracle,
                "Run this checkpatch.pl too and print differences");
    command.Add("--explain RULE", &options.explain,
                "Say what a rule is about");
    command.Add("--rules VERSION", &options.rules,
                "The rules of that version of QEMU, 2.6 to 11 (default: 9.0)");
    command.Add("--sarif FILE", &options.sarif,
                "Write the findings there, as SARIF 2.1.0");
    command.Add("--quickfix", &options.quickfix,
                "Print file:line:column: message, for editors");
    command.Add("--staged", &options.staged,
                "Check what the next commit would bring");
    command.Add("--install-hook", &options.install_hook,
                "Make git check each commit with --staged");
    command.Add("--prep", &options.prep,
                "Print a patch that cleans the old lines which the given "
                "patch takes away, to go before it");
    command.Add("--tree DIR", &options.tree,
                "The git repository (default: the one around here)");
    command.Add("--base REV", &options.base,
                "With --prep: the version that the patch is for");
    command.Add("FILE", &options.inputs,
                "Patches, source files, with -f folders of them, one "
                "REV..REV, or - for stdin (default)");
}

}  // namespace laio
