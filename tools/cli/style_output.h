// What `laio style` prints of its findings, for one input or many.
// Thread: home only.

#ifndef TOOLS_CLI_STYLE_OUTPUT_H
#define TOOLS_CLI_STYLE_OUTPUT_H

#include <vector>

#include "tools/base/result.h"
#include "tools/cli/session.h"
#include "tools/cli/style_options.h"
#include "tools/style/style.h"

namespace laio {

class FindingsPrinter {
 public:
    //   several  more than one input: each that is not clean is named, and the
    //            totals come once
    FindingsPrinter(Session &session, const StyleCommandOptions &options,
                    bool several)
        : session_(session), options_(options), several_(several)
    {
    }

    // Prints what is found in one input, or keeps it for Finish() where the
    // output is one whole.
    //
    //   is_file  its findings name it already
    void Add(StyleResult result, bool is_file);

    // Prints what remains, writes the SARIF log, and sets the exit status for
    // findings unless there is a worse one.
    Status Finish();

    const StyleResult &total() const { return total_; }

 private:
    bool PrintsLines() const;

    Session &session_;
    const StyleCommandOptions &options_;
    bool several_;
    StyleResult total_;  // counts only
    std::vector<StyleResult> kept_;
};

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_OUTPUT_H
