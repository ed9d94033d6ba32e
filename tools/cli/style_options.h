// The options of `laio style`, and which of them go together.
// Thread: any.

#ifndef TOOLS_CLI_STYLE_OPTIONS_H
#define TOOLS_CLI_STYLE_OPTIONS_H

#include <string>

#include "tools/base/command_line.h"
#include "tools/base/result.h"
#include "tools/style/style.h"

namespace laio {

struct StyleCommandOptions {
    bool fix = false;
    bool in_place = false;
    bool is_file = false;
    bool no_signoff = false;
    bool terse = false;
    bool quickfix = false;
    bool staged = false;
    bool install_hook = false;
    bool prep = false;
    std::string output;
    std::string oracle;
    std::string explain;
    std::string rules;
    std::string sarif;
    std::string tree;  // empty: the checkout that the caller stands in
    std::string base;
    std::string input = "-";

    bool has_input() const { return input != "-"; }
    // `REV..REV`, with something before the dots.
    bool is_range() const;
    // What the engine is asked for.
    StyleOptions style() const;
};

void AddStyleOptions(Command &command, StyleCommandOptions &options);

// Returns: an Error of kind kUsage about the first two that do not fit.
Status CheckStyleUsage(const StyleCommandOptions &options, bool json);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_OPTIONS_H
