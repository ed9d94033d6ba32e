// For zsh.

#include "tools/manual/completion.h"

namespace laio {
namespace {

// Inside of brackets or between colons.
std::string Escaped(const std::string &text)
{
    std::string escaped;
    for (char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') {
            escaped += '\\';
        }
        escaped += c;
    }
    return escaped;
}

std::string Action(const Option &option)
{
    switch (KindOfValue(option)) {
    case ValueKind::kWords: {
        std::string words;
        for (const std::string &word : option.words) {
            words += (words.empty() ? "" : " ") + word;
        }
        return "(" + words + ")";
    }
    case ValueKind::kFiles:
        return "_files";
    case ValueKind::kFolders:
        return "_files -/";
    case ValueKind::kNone:
    case ValueKind::kOther:
        break;
    }
    return " ";
}

std::string Value(const Option &option)
{
    return option.is_flag()
               ? ""
               : ":" + Escaped(option.value_name) + ":" + Action(option);
}

// One specification of _arguments for each of its names.
std::string Specifications(const Option &option)
{
    if (option.is_argument()) {
        return " \\\n            " +
               ShellQuoted((option.repeats() ? "*" : "1") + Value(option));
    }
    std::string text;
    for (const std::string &name : option.names) {
        text += " \\\n            " +
                ShellQuoted((option.repeats() ? "*" : "") + name + "[" +
                            Escaped(ShortHelp(option.help)) + "]" +
                            Value(option));
    }
    return text;
}

std::string Arguments(const Command &command)
{
    std::string text = "_arguments -s -S";
    for (const Option &option : command.options) {
        text += Specifications(option);
    }
    return text + " \\\n            '(- *)'{-h,--help}'[Print help]'";
}

}  // namespace

std::string ZshCompletion(const Command &program)
{
    std::string text = "#compdef " + program.name + "\n"
                       "# Completion of " + program.name + " for zsh.\n\n"
                       "local state line\n"
                       "typeset -A opt_args\n"
                       "local -a commands=(\n";
    for (const Command &command : program.commands) {
        text += "    " + ShellQuoted(command.name + ":" +
                                     Escaped(ShortHelp(command.summary))) +
                "\n";
    }
    text += ")\n\n"
            "_arguments -C '(- *)'{-h,--help}'[Print help]' \\\n"
            "    '(- *)--version[Print the version]' \\\n"
            "    '1:command:->command' '*::argument:->argument'\n"
            "case $state in\n"
            "command)\n"
            "    _describe -t commands command commands\n"
            "    ;;\n"
            "argument)\n"
            "    case $words[1] in\n";
    for (const Command &command : program.commands) {
        text += "    " + command.name + ")\n        " + Arguments(command) +
                "\n        ;;\n";
    }
    return text + "    esac\n    ;;\nesac\n";
}

}  // namespace laio
