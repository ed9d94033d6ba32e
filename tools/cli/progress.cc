#include "tools/cli/progress.h"

#include <unistd.h>

#include <iostream>

namespace laio {

Progress::Progress(Session &session, const std::string &command)
    : session_(session),
      prefix_("laio " + command + ": "),
      watched_(!session.common.quiet && &session.err == &std::cerr &&
               isatty(STDERR_FILENO))
{
}

void Progress::Say(const std::string &stage)
{
    if (watched_) {
        session_.err << prefix_ << stage << std::endl;
    }
}

}  // namespace laio
