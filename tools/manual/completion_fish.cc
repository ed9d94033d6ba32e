// For fish.

#include "tools/manual/completion.h"

namespace laio {
namespace {

// In double quotes, as fish reads them.
std::string Quoted(const std::string &text)
{
    std::string quoted = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\' || c == '$') {
            quoted += '\\';
        }
        quoted += c;
    }
    return quoted + "\"";
}

std::string Value(const Option &option)
{
    switch (KindOfValue(option)) {
    case ValueKind::kWords: {
        std::string words;
        for (const std::string &word : option.words) {
            words += (words.empty() ? "" : " ") + word;
        }
        return " -x -a " + Quoted(words);
    }
    case ValueKind::kFiles:
        return " -r -F";
    case ValueKind::kFolders:
        return " -x -a \"(__fish_complete_directories)\"";
    case ValueKind::kOther:
        return " -x";
    case ValueKind::kNone:
        break;
    }
    return "";
}

std::string Names(const Option &option)
{
    std::string names;
    for (const std::string &name : option.names) {
        names += name.starts_with("--") ? " -l " + name.substr(2)
                                        : " -s " + name.substr(1);
    }
    return names;
}

std::string OptionLine(const std::string &begin, const Option &option)
{
    std::string help = " -d " + Quoted(ShortHelp(option.help)) + "\n";
    if (!option.is_argument()) {
        return begin + Names(option) + Value(option) + help;
    }
    bool files = KindOfValue(option) == ValueKind::kFiles;
    return files ? begin + " -F\n" : begin + Value(option) + help;
}

}  // namespace

std::string FishCompletion(const Command &program)
{
    const std::string complete = "complete -c " + program.name;
    std::string text = "# Completion of " + program.name + " for fish.\n\n" +
                       complete + " -f\n" + complete +
                       " -s h -l help -d \"Print help\"\n";
    if (!program.version.empty()) {
        text += complete + " -n __fish_use_subcommand -l version -d " +
                Quoted("Print the version") + "\n";
    }
    for (const Option &option : program.options) {
        text += OptionLine(complete + " -n __fish_use_subcommand", option);
    }
    for (const Command &command : program.commands) {
        text += "\n" + complete + " -n __fish_use_subcommand -a " +
                command.name + " -d " + Quoted(ShortHelp(command.summary)) +
                "\n";
        const std::string begin = complete +
                                  " -n \"__fish_seen_subcommand_from " +
                                  command.name + "\"";
        for (const Option &option : command.options) {
            text += OptionLine(begin, option);
        }
    }
    return text;
}

}  // namespace laio
