// What `laio port` prints.

#ifndef TOOLS_CLI_PORT_OUTPUT_H
#define TOOLS_CLI_PORT_OUTPUT_H

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tools/cli/port_proof.h"
#include "tools/port/port_change.h"

namespace laio {

struct PortResult {
    std::string onto;  // the target, in words
    std::vector<port::PortedChange> changes;
    std::optional<PortProof> proof;  // nullopt: there was nothing to prove
    // What the change mends where it was made, and what passes in the target
    // without it; when there is something, nothing has to be done.
    std::vector<std::string> pass_already;
    std::string patch;               // one mail per change that was ported

    // Whether everything is ported and proved, or was there already.
    bool Good() const;
    // Whether all of it is in the text already.
    bool AllThere() const;
};

// {"onto","hunks":[{"function","state","reason","file","line","change",
// "here"}],"verdicts":{"before":{},"after":{},"fixed":[],"broken":[],
// "pass_already":[]},"proof","patch"}; `proof` is "proved", "not needed" or why
// there is none.
nlohmann::json PortJson(const PortResult &result);

// A line per hunk, both sides of what is left to do by hand, and the proof.
std::string PortText(const PortResult &result);

}  // namespace laio

#endif  // TOOLS_CLI_PORT_OUTPUT_H
