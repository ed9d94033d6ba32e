// `laio style` as it is mostly called: names of patches or files, and no
// option that does more than tell how to read and print them. Answered without
// a table of options and without streams, a patch takes little more time than
// a process does to start.
// Thread: home only.

#ifndef TOOLS_CLI_PLAIN_STYLE_H
#define TOOLS_CLI_PLAIN_STYLE_H

#include <optional>
#include <string>

namespace laio {

struct PlainAnswer {
    std::string text;  // for stdout
    int exit_status = 0;
};

// Returns:  what `laio style` has to say; nothing when the call is another,
//           when some input is no file or larger than 1 MiB, or when it is not
//           as it should be, which is for the command to tell. Stdin and pipes
//           are not touched.
std::optional<PlainAnswer> AnswerPlainStyle(int argc,
                                            const char *const *argv);

}  // namespace laio

#endif  // TOOLS_CLI_PLAIN_STYLE_H
