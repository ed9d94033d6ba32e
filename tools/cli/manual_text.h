// What the manual pages say that the command table does not know.

#ifndef TOOLS_CLI_MANUAL_TEXT_H
#define TOOLS_CLI_MANUAL_TEXT_H

#include <map>
#include <string>

#include "tools/manual/man_page.h"

namespace laio {

PageText ProgramText();

// By the name of the command.
std::map<std::string, PageText> CommandTexts();

}  // namespace laio

#endif  // TOOLS_CLI_MANUAL_TEXT_H
