// For bash. Needs nothing of the package bash-completion.

#include <algorithm>

#include "tools/manual/completion.h"

namespace laio {
namespace {

std::string Names(const Command &command)
{
    std::string names;
    for (const Option &option : command.options) {
        for (const std::string &name : option.names) {
            names += name + " ";
        }
    }
    return names + "--help" + (command.version.empty() ? "" : " --version");
}

std::string Words(const Option &option)
{
    std::string words;
    for (const std::string &word : option.words) {
        words += (words.empty() ? "" : " ") + word;
    }
    return ShellQuoted(words);
}

// The statement that offers what a value can be.
std::string Offer(const Option &option)
{
    switch (KindOfValue(option)) {
    case ValueKind::kWords:
        return "words=" + Words(option);
    case ValueKind::kFiles:
        return "paths=-f";
    case ValueKind::kFolders:
        return "paths=-d";
    case ValueKind::kNone:
    case ValueKind::kOther:
        break;
    }
    return ":";
}

std::string OptionCases(const Command &command)
{
    std::string cases;
    for (const Option &option : command.options) {
        if (option.is_argument() || option.is_flag()) {
            continue;
        }
        std::string names;
        for (const std::string &name : option.names) {
            names += (names.empty() ? "" : " | ") + name;
        }
        cases += "        " + names + ") " + Offer(option) + " ;;\n";
    }
    return cases;
}

std::string ArgumentOffer(const Command &command)
{
    for (const Option &option : command.options) {
        if (option.is_argument()) {
            return Offer(option);
        }
    }
    return ":";
}

// Options, the value of one, or the argument of a command.
std::string CommandCase(const Command &command)
{
    return "    " + command.name + ")\n"
           "        case $before in\n" +
           OptionCases(command) +
           "        *)\n"
           "            case $word in\n"
           "            -*) words=" + ShellQuoted(Names(command)) + " ;;\n"
           "            *) " + ArgumentOffer(command) + " ;;\n"
           "            esac\n"
           "            ;;\n"
           "        esac\n"
           "        ;;\n";
}

std::string CommandNames(const Command &program)
{
    std::string names;
    for (const Command &command : program.commands) {
        names += (names.empty() ? "" : " ") + command.name;
    }
    return names;
}

}  // namespace

std::string BashCompletion(const Command &program)
{
    std::string text =
        "# Completion of " + program.name + " for bash.\n\n"
        "_" + program.name + "()\n"
        "{\n"
        "    local word=${COMP_WORDS[COMP_CWORD]}\n"
        "    local before=${COMP_WORDS[COMP_CWORD - 1]}\n"
        "    local command= words= paths= i\n"
        "    # --option=value is three words.\n"
        "    if [ \"$word\" = = ]; then\n"
        "        word=\n"
        "    elif [ \"$before\" = = ]; then\n"
        "        before=${COMP_WORDS[COMP_CWORD - 2]}\n"
        "    fi\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        case ${COMP_WORDS[i]} in\n"
        "        -*) ;;\n"
        "        *) command=${COMP_WORDS[i]}; break ;;\n"
        "        esac\n"
        "    done\n"
        "    case $command in\n"
        "    '')\n"
        "        case $word in\n"
        "        -*) words=" + ShellQuoted(Names(program)) + " ;;\n"
        "        *) words=" + ShellQuoted(CommandNames(program)) + " ;;\n"
        "        esac\n"
        "        ;;\n";
    for (const Command &command : program.commands) {
        text += CommandCase(command);
    }
    return text +
           "    esac\n"
           "    if [ -n \"$paths\" ]; then\n"
           "        compopt -o filenames 2>/dev/null\n"
           "        mapfile -t COMPREPLY < <(compgen \"$paths\" -- "
           "\"$word\")\n"
           "    else\n"
           "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- "
           "\"$word\")\n"
           "    fi\n"
           "}\n"
           "complete -F _" + program.name + " " + program.name + "\n";
}

}  // namespace laio
