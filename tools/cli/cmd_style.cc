// laio style: QEMU's style on a patch or a file, and the mended text.

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

#include "tools/cli/commands.h"
#include "tools/cli/json_text.h"
#include "tools/cli/style_commits.h"
#include "tools/cli/style_oracle.h"
#include "tools/style/findings_text.h"
#include "tools/style/style.h"

namespace laio {
namespace {

constexpr const char *kName = "style";

struct Options {
    bool fix = false;
    bool in_place = false;
    bool is_file = false;
    bool no_signoff = false;
    bool terse = false;
    std::string output;
    std::string oracle;
    std::string explain;
    std::string rules;
    std::string sarif;
    std::string input = "-";
};

// What is checked: its text and how it is to be read.
struct Input {
    std::string name;
    std::string text;
    bool is_file = false;
    StyleOptions style;
};

bool HasSourceSuffix(const std::string &name)
{
    std::string suffix = std::filesystem::path(name).extension();
    for (const char *known : {".c", ".h", ".inc", ".cpp", ".s", ".S", ".pl",
                              ".py", ".sh"}) {
        if (suffix == known) {
            return true;
        }
    }
    return false;
}

// Whether the mail's transfer encoding hides the patch.
bool IsEncoded(const std::string &text)
{
    std::string head = text.substr(0, text.find("\n\n"));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    size_t field = head.find("\ncontent-transfer-encoding:");
    if (field == head.npos) {
        return false;
    }
    std::string value = head.substr(field, head.find('\n', field + 1) - field);
    return value.find("base64") != value.npos ||
           value.find("quoted-printable") != value.npos;
}

// Series come with one; it holds no diff, and that is no fault.
bool IsCoverLetter(const std::string &name)
{
    constexpr std::string_view kEnding = "cover-letter.patch";
    return name.size() >= kEnding.size() &&
           name.compare(name.size() - kEnding.size(), kEnding.size(),
                        kEnding) == 0;
}

Error NotAPatch(const Input &input)
{
    return BadInput(fmt::format(
        "{}: cannot check it as a patch: it has no hunk (`@@ -a,b +c,d @@`); "
        "for a quoted, encoded or damaged mail use `laio salvage {} | laio "
        "style -`, for a source file `laio style -f`",
        input.name, input.name));
}

Result<Input> ReadInput(const Session &session, const Options &options)
{
    Result<std::string> text = session.ReadInput(options.input);
    if (!text.ok()) {
        return text.error();
    }
    Input input;
    input.name = options.input;
    input.text = *std::move(text);
    input.is_file = options.is_file || HasSourceSuffix(options.input);
    input.style.require_signoff = !options.no_signoff;
    if (!options.rules.empty()) {
        input.style.qemu_version = ParseQemuVersion(options.rules);
    }
    if (input.text.empty()) {
        return BadInput(
            fmt::format("{}: cannot check it: it is empty", input.name));
    }
    if (!input.is_file && IsEncoded(input.text)) {
        return BadInput(fmt::format(
            "{}: cannot check it as a patch: the mail is encoded; use `laio "
            "salvage {} | laio style -`",
            input.name, input.name));
    }
    return input;
}

Status WriteFile(const std::filesystem::path &path, const std::string &text)
{
    errno = 0;
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) {
        return EnvironmentError(fmt::format("cannot write {}: {}",
                                            path.string(),
                                            std::strerror(errno)));
    }
    return Ok();
}

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

// `REV..REV`, with something before the dots.
bool IsRange(const Options &options)
{
    size_t dots = options.input.find("..");
    return !options.is_file && dots != options.input.npos && dots > 0 &&
           options.input[dots - 1] != '/';
}

Status CheckUsage(const Options &options, bool json)
{
    if (!options.rules.empty() && ParseQemuVersion(options.rules) == 0) {
        return UsageError(fmt::format(
            "--rules {}: no version of QEMU; give one like 2.6 or 9.0",
            options.rules));
    }
    if (IsRange(options) && (options.fix || !options.oracle.empty())) {
        return UsageError("--fix and --oracle take one patch, not a range");
    }
    if (options.fix && !options.sarif.empty()) {
        return UsageError("--sarif is for a check, not for --fix");
    }
    if (!options.fix && (options.in_place || !options.output.empty())) {
        return UsageError("-i and -o are for --fix");
    }
    if (options.in_place && !options.output.empty()) {
        return UsageError("give -i or -o, not both");
    }
    if (options.in_place && options.input == "-") {
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

void PrintFindings(Session &session, const Options &options,
                   const StyleResult &result)
{
    if (session.common.json) {
        session.out << JsonText(ToJson(result));
    } else if (options.terse) {
        session.out << ToTerse(result);
    } else {
        session.out << FindingsText(result, session.WantsColor());
    }
}

Status WriteSarif(Session &session, const Options &options,
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
Status CheckRange(Session &session, const Options &options)
{
    Result<std::vector<NamedPatch>> patches =
        ReadCommits(session.caller_dir, options.input);
    if (!patches.ok()) {
        return patches.error();
    }
    StyleOptions style;
    style.require_signoff = !options.no_signoff;
    if (!options.rules.empty()) {
        style.qemu_version = ParseQemuVersion(options.rules);
    }
    std::vector<StyleResult> results = CheckSeries(*patches, style);
    StyleResult all = Together(results);
    if (session.common.json) {
        session.out << JsonText(ToJson(all));
    } else {
        for (const StyleResult &result : results) {
            if (options.terse) {
                session.out << ToTerse(result);
            } else if (!result.clean()) {
                session.out << result.source_name << "\n"
                            << FindingsText(result, session.WantsColor());
            }
        }
    }
    session.exit_status = all.clean() ? 0 : 1;
    return WriteSarif(session, options, results);
}

Status Check(Session &session, const Options &options, const Input &input)
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

Status Fix(Session &session, const Options &options, const Input &input)
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

Status Run(Session &session, const Options &options)
{
    if (!options.explain.empty()) {
        return Explain(session, options.explain);
    }
    Status usage = CheckUsage(options, session.common.json);
    if (!usage.ok()) {
        return usage;
    }
    if (IsRange(options)) {
        return CheckRange(session, options);
    }
    Result<Input> input = ReadInput(session, options);
    if (!input.ok()) {
        return input.error();
    }
    return options.fix ? Fix(session, options, *input)
                       : Check(session, options, *input);
}

}  // namespace

void AddStyleCommand(CLI::App &app, Session &session)
{
    CLI::App *command = app.add_subcommand(
        kName, "Check, or mend, the style of a patch or a file");
    auto options = std::make_shared<Options>();
    command->add_flag("--fix", options->fix,
                      "Print the mended text; what remains goes to stderr");
    command->add_flag("-i", options->in_place, "With --fix: change the file");
    command->add_option("-o", options->output,
                        "With --fix: write the mended text there");
    command->add_flag("-f,--file", options->is_file,
                      "The input is a source file, not a patch");
    command->add_flag("--no-signoff", options->no_signoff,
                      "Do not ask for a Signed-off-by line");
    command->add_flag("--terse", options->terse,
                      "Print what checkpatch.pl --terse --no-summary does");
    command->add_option("--oracle", options->oracle,
                        "Run this checkpatch.pl too and print differences");
    command->add_option("--explain", options->explain,
                        "Say what a rule is about");
    command->add_option("--rules", options->rules,
                        "The rules of that version of QEMU (default: 9.0)");
    command->add_option("--sarif", options->sarif,
                        "Write the findings there, as SARIF 2.1.0");
    command->add_option("FILE", options->input,
                        "A patch, a source file, REV..REV, or - for stdin "
                        "(default)");
    AddCommonOptions(command, session.common);
    command->callback([&session, options] {
        Status status = Run(session, *options);
        if (!status.ok()) {
            session.Fail(kName, status.error());
        }
    });
}

}  // namespace laio
