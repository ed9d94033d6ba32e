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

// Diagnostics of both, and of one alone.
struct OracleDifferences {
    int same = 0;
    int only_theirs = 0;
    int only_ours = 0;
    std::string lines;  // one per diagnostic that only one of the two has
};

// Runs the script with perl on the same input.
//
// Returns:  an Error when it cannot run.
Result<OracleDifferences> CompareWithOracle(const OracleRun &run,
                                            const StyleResult &ours);

// Source names are left out of the comparison.
//
//   theirs, ours  as --terse prints them
OracleDifferences FindDifferences(std::string_view theirs,
                                  std::string_view ours);

// The lines, and a last one that counts.
std::string DescribeDifferences(const OracleDifferences &differences);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_ORACLE_H
