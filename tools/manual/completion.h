// Completion of the command line by shells, from the command table.
//
// Each function returns the text of a file that the shell loads when it meets
// the program's name. Pure; any thread.

#ifndef TOOLS_MANUAL_COMPLETION_H
#define TOOLS_MANUAL_COMPLETION_H

#include <string>

#include "tools/base/command_line.h"

namespace laio {

std::string BashCompletion(const Command &program);
std::string ZshCompletion(const Command &program);
std::string FishCompletion(const Command &program);

// What can stand where an option's or argument's value is to be.
enum class ValueKind {
    kNone,     // it is a flag
    kWords,    // one of Option::words
    kFiles,    // FILE, PATCH, MAIL, SUBJECT
    kFolders,  // DIR
    kOther,    // nothing a shell could know: N, TIME, REV
};
ValueKind KindOfValue(const Option &option);

// `text` as one word of a shell, in single quotes.
std::string ShellQuoted(const std::string &text);

// What help says up to a semicolon, for a menu.
std::string ShortHelp(const std::string &help);

}  // namespace laio

#endif  // TOOLS_MANUAL_COMPLETION_H
