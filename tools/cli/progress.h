// What a long command says of its stages while somebody watches.

#ifndef TOOLS_CLI_PROGRESS_H
#define TOOLS_CLI_PROGRESS_H

#include <string>

#include "tools/cli/session.h"

namespace laio {

class Progress {
 public:
    // Silent with --quiet, and when stderr is not a terminal.
    Progress(Session &session, const std::string &command);

    // One line per stage.
    void Say(const std::string &stage);

 private:
    Session &session_;
    std::string prefix_;
    bool watched_;
};

}  // namespace laio

#endif  // TOOLS_CLI_PROGRESS_H
