#include "tools/base/command_line.h"

#include <CLI/CLI.hpp>

#include "tools/base/result.h"

namespace laio {
namespace {

// `-o,--output`, or `MAIL`: what CLI11 calls an option.
std::string CliName(const Option &option)
{
    if (option.is_argument()) {
        return option.value_name;
    }
    std::string names;
    for (const std::string &name : option.names) {
        names += (names.empty() ? "" : ",") + name;
    }
    return names;
}

CLI::Option *AddTarget(CLI::App *app, const Option &option)
{
    return std::visit(
        [&](auto *target) {
            if constexpr (std::is_same_v<decltype(target), bool *>) {
                return app->add_flag(CliName(option), *target, option.help);
            } else {
                return app->add_option(CliName(option), *target, option.help);
            }
        },
        option.target);
}

void CheckRange(CLI::Option *cli, const Option &option)
{
    auto [least, most] = *option.range;
    if (std::holds_alternative<double *>(option.target)) {
        cli->check(CLI::Range(least, most));
    } else {
        cli->check(CLI::Range(static_cast<int64_t>(least),
                              static_cast<int64_t>(most)));
    }
}

void AddOption(CLI::App *app, const Option &option)
{
    CLI::Option *cli = AddTarget(app, option);
    cli->required(option.required);
    if (!option.is_flag()) {
        cli->type_name(option.is_argument() ? "" : option.value_name);
    }
    if (option.repeats() && !option.is_argument()) {
        cli->expected(1);
        cli->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    if (option.unit == OptionUnit::kBytes) {
        cli->transform(CLI::AsSizeValue(false));
    } else if (option.unit == OptionUnit::kMilliseconds) {
        cli->transform(CLI::AsNumberWithUnit(std::map<std::string, unsigned>{
            {"ms", 1}, {"s", 1'000}, {"min", 60'000}}));
    }
    if (!option.words.empty()) {
        cli->check(CLI::IsMember(option.words));
    }
    if (option.range) {
        CheckRange(cli, option);
    }
}

void AddOptions(CLI::App *app, const Command &command)
{
    for (const Option &option : command.options) {
        AddOption(app, option);
    }
    for (const Option &option : command.options) {
        for (const std::string &other : option.excludes) {
            app->get_option(option.names[0])->excludes(app->get_option(other));
        }
    }
}

// `laio bench: --file is required (laio bench --help says more)`
std::string SayWhatDoesNotFit(const CLI::App *program, const CLI::Error &error)
{
    std::string name = program->get_name();
    for (const CLI::App *command : program->get_subcommands()) {
        name += " " + command->get_name();
    }
    return name + ": " + error.what() + " (" + name + " --help says more)\n";
}

}  // namespace

int RunCommandLine(const Command &program, int argc, const char *const *argv)
{
    CLI::App app(program.summary, program.name);
    app.failure_message(SayWhatDoesNotFit);
    const Command *chosen = &program;
    AddOptions(&app, program);
    if (!program.version.empty()) {
        app.set_version_flag("--version",
                             program.name + " " + program.version,
                             "Print the version and exit");
    }
    for (const Command &command : program.commands) {
        CLI::App *sub = app.add_subcommand(command.name, command.summary);
        AddOptions(sub, command);
        sub->callback([&chosen, &command] { chosen = &command; });
    }
    if (!program.commands.empty()) {
        app.require_subcommand(1);
        app.set_help_all_flag("--help-all", "Help for every subcommand");
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ErrorKind::kUsage);
    }
    return chosen->run();
}

}  // namespace laio
