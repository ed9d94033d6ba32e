// laio style

#include <memory>
#include <ostream>

#include "tools/cli/commands.h"
#include "tools/cli/json_text.h"
#include "tools/cli/style_check.h"
#include "tools/cli/style_input.h"
#include "tools/cli/style_more.h"

namespace laio {
namespace {

constexpr const char *kName = "style";

// `10.1` for 100100.
std::string VersionText(int qemu_version)
{
    return std::to_string(qemu_version / 10000) + "." +
           std::to_string(qemu_version / 100 % 100);
}

// The versions of QEMU that have the rule, where not all have it.
std::string VersionsOf(const RuleDescription &rule)
{
    std::string text;
    if (rule.since > kOldestQemuVersion) {
        text += " since " + VersionText(rule.since);
    }
    if (rule.until <= kNewestQemuVersion) {
        text += " until " + VersionText(rule.until);
    }
    return text.empty() ? "" : "versions: of QEMU" + text + "\n";
}

void PrintRule(Session &session, const RuleDescription &rule)
{
    if (session.common.json) {
        session.out << JsonText({{"rule", rule.name},
                                 {"level", StyleLevelName(rule.level)},
                                 {"fixable", rule.has_fix},
                                 {"summary", rule.summary},
                                 {"bad", rule.bad},
                                 {"good", rule.good},
                                 {"source", rule.source}});
        return;
    }
    session.out << rule.name << " (" << StyleLevelName(rule.level)
                << (rule.has_fix ? ", --fix mends it" : "") << ")\n"
                << rule.summary << "\n\nreported:\n"
                << rule.bad << "\nwanted:\n"
                << rule.good << "\nsource: QEMU commit " << rule.source
                << ", scripts/checkpatch.pl\n"
                << VersionsOf(rule);
}

Status Explain(Session &session, const std::string &name)
{
    std::string known;
    for (const RuleDescription &rule : DescribeRules()) {
        if (rule.name == name) {
            PrintRule(session, rule);
            return Ok();
        }
        known += "\n    " + rule.name;
    }
    return UsageError("there is no rule `" + name + "`; there are:" + known);
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
    if (options.needs_more()) {
        return StyleWithMore(session, options);
    }
    Result<std::vector<std::string>> names =
        ListStyleInputs(session, options);
    if (!names.ok()) {
        return names.error();
    }
    return CheckInputs(session, options, *names);
}

}  // namespace

Command StyleCommand(Session &session)
{
    auto options = std::make_shared<StyleCommandOptions>();
    Command command{kName, "Check, or mend, the style of patches or files"};
    AddStyleOptions(command, *options);
    AddCommonOptions(command, session.common);
    command.run = [&session, options] {
        return session.Finish(kName, Run(session, *options));
    };
    return command;
}

}  // namespace laio
