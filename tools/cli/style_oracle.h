// QEMU's own checkpatch.pl beside ours.

#ifndef TOOLS_CLI_STYLE_ORACLE_H
#define TOOLS_CLI_STYLE_ORACLE_H

#include <filesystem>
#include <string>
#include <string_view>

#include "tools/base/result.h"
#include "tools/style/style.h"

namespace laio {

struct OracleRun {
    std::filesystem::path script;     // checkpatch.pl
    std::filesystem::path directory;  // where relative names start
    std::string text;
    std::string name;  // as the user gave it; "-" for stdin
    bool is_file = false;
    bool no_signoff = false;
};

// Runs the script with perl on the same input.
//
// Returns:  DescribeDifferences() of the two; an Error when it cannot run.
Result<std::string> CompareWithOracle(const OracleRun &run,
                                      const StyleResult &ours);

// A line per diagnostic that only one of the two has, and a last line that
// counts. Source names are left out of the comparison.
//
//   theirs, ours  as --terse prints them
std::string DescribeDifferences(std::string_view theirs,
                                std::string_view ours);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_ORACLE_H
