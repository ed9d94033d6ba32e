// What a compiler said, taken apart.

#ifndef TOOLS_REPORT_COMPILER_MESSAGES_H
#define TOOLS_REPORT_COMPILER_MESSAGES_H

#include <string>
#include <string_view>
#include <vector>

namespace laio {

struct CompilerMessage {
    int line = 0;
    std::string level;  // "error", "warning"
    std::string text;
};

// The errors and warnings in `output` about `path`, as gcc and clang print
// them: `block/linux-aio.c:14:9: warning: unused variable`. Notes and
// excerpts of the source are left out.
std::vector<CompilerMessage> CompilerMessages(std::string_view output,
                                              std::string_view path);

}  // namespace laio

#endif  // TOOLS_REPORT_COMPILER_MESSAGES_H
