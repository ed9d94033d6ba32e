// What the scenarios say of a port: no proof, no claim.

#ifndef TOOLS_CLI_PORT_PROOF_H
#define TOOLS_CLI_PORT_PROOF_H

#include <optional>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/cli/workbench.h"
#include "tools/report/verdict_matrix.h"

namespace laio {

struct PortProof {
    std::optional<JudgedSubject> before;  // nullopt: nothing was judged
    std::optional<JudgedSubject> after;
    std::vector<std::string> fixed;   // scenarios that failed, and now pass
    std::vector<std::string> broken;  // that fail now, and did not
    std::string why_not;  // why this is no proof; empty when it is one
};

// Compiles and judges a file before and after it was ported to.
//
//   path  of the file, for messages; it decides the language
// Returns:  an Error of kind kEnvironment when nothing can be compiled here.
Result<PortProof> ProvePort(const std::string &path, const std::string &before,
                            const std::string &after, Workbench &bench);

// One file before and after a change.
struct ChangedText {
    std::string path;
    std::string before;
    std::string after;
};

// Whether a target needs a change at all: it may have the same in another
// form, or never have had the fault.
//
//   origin  the change where it was made
// Returns:  the scenarios that it mends there, if the target keeps all of
//           their promises as it is; else nothing.
Result<std::vector<std::string>> PassesAlready(const ChangedText &origin,
                                               const std::string &path,
                                               const std::string &target,
                                               Workbench &bench);

}  // namespace laio

#endif  // TOOLS_CLI_PORT_PROOF_H
