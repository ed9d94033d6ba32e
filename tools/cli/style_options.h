// The options of `laio style`, and which of them go together.
// Thread: any.

#ifndef TOOLS_CLI_STYLE_OPTIONS_H
#define TOOLS_CLI_STYLE_OPTIONS_H

#include <string>
#include <vector>

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
    std::vector<std::string> inputs;  // none: stdin

    // The first, for what takes one.
    std::string input() const { return inputs.empty() ? "-" : inputs[0]; }
    bool has_input() const { return input() != "-"; }
    // `REV..REV`, with something before the dots.
    bool is_range() const;
    // Whether it takes more than the style of texts: git, or a compiler.
    bool needs_more() const
    {
        return fix || staged || install_hook || prep || is_range();
    }
    // What the engine is asked for.
    StyleOptions style() const;
};

void AddStyleOptions(Command &command, StyleCommandOptions &options);

// Returns: an Error of kind kUsage about the first two that do not fit.
Status CheckStyleUsage(const StyleCommandOptions &options, bool json);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_OPTIONS_H
