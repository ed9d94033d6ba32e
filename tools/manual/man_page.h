// Manual pages from the command table, in the man macros of roff.
//
// Pure; any thread.

#ifndef TOOLS_MANUAL_MAN_PAGE_H
#define TOOLS_MANUAL_MAN_PAGE_H

#include <string>
#include <vector>

#include "tools/base/command_line.h"

namespace laio {

// Words between `backticks` are set in bold wherever text is asked for.

struct PageEntry {
    std::string term;  // a command line, a file's name, a number
    std::string text;
};

// What a page says that the table does not know.
struct PageText {
    std::vector<std::string> description = {};  // paragraphs
    std::vector<PageEntry> exit_status = {};
    std::vector<PageEntry> files = {};
    std::vector<PageEntry> examples = {};
};

// At the head and foot of each page.
struct PageEdition {
    std::string version;
    std::string date;  // 2026-11-29
};

// The page of the program, which names the pages of its commands.
std::string ProgramPage(const Command &program, const PageText &text,
                        const PageEdition &edition);

// The page of one command, `PROGRAM-COMMAND`.
std::string CommandPage(const Command &program, const Command &command,
                        const PageText &text, const PageEdition &edition);

}  // namespace laio

#endif  // TOOLS_MANUAL_MAN_PAGE_H
