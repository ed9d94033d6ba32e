// The top level of a C or C++ file: functions, types, macros, includes.

#ifndef TOOLS_PORT_UNITS_H
#define TOOLS_PORT_UNITS_H

#include <string>
#include <string_view>
#include <vector>

#include "tools/port/lexer.h"

namespace laio::port {

// Tokens [begin, end) of a file, with the comment that stands before.
struct Unit {
    // What it is and its name: "function ioq_submit", "type LaioQueue",
    // "macro MAX_EVENTS", "include <libaio.h>". Unique in a file: a second one
    // has "#2" behind it.
    std::string name;
    size_t begin = 0;
    size_t end = 0;

    // The name without what it is.
    std::string_view ShortName() const;
    bool IsFunction() const { return name.starts_with("function "); }
};

// Every token of the file is in one unit. Text that is no C gives units too,
// named after their first words.
std::vector<Unit> SplitUnits(const Tokens &tokens, std::string_view text);

// The unit of that name, or nullptr.
const Unit *FindUnit(const std::vector<Unit> &units, std::string_view name);

}  // namespace laio::port

#endif  // TOOLS_PORT_UNITS_H
