// Where salvaged patches go, with what reviewers said of them.

#ifndef TOOLS_CLI_SERIES_OUTPUT_H
#define TOOLS_CLI_SERIES_OUTPUT_H

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>

#include "tools/base/result.h"
#include "tools/patch/salvage.h"

namespace laio {

class SeriesOutput {
 public:
    virtual ~SeriesOutput() = default;

    // Writes a patch; numbers count from 1.
    virtual Status Add(int number, const SalvageResult &result) = 0;

    // Writes what another mail says of a patch that was added.
    virtual Status AddComments(int number, const SalvageResult &review) = 0;
};

// "0002-block-linux-aio-fix.patch" for each, and its comments in
// "0002-block-linux-aio-fix.comments.txt".
std::unique_ptr<SeriesOutput> OutputToFolder(std::filesystem::path folder);

// All patches in one file; comments in another one, its name with
// ".comments.txt" after it.
std::unique_ptr<SeriesOutput> OutputToFile(std::filesystem::path file);

// Patches alone; null for none of them.
// Keeps:    the stream.
std::unique_ptr<SeriesOutput> OutputToStream(std::ostream *out);

// Comments as a text: who says what about which line, with the line.
std::string CommentsText(const SalvageResult &result);

}  // namespace laio

#endif  // TOOLS_CLI_SERIES_OUTPUT_H
