// laio as people start it: style by itself where the call is plain, in little
// more than the time that a process takes to start, and all else by handing
// over to laio-full.

#include <unistd.h>

#include <optional>
#include <string_view>

#include "tools/cli/hand_over.h"
#include "tools/cli/plain_style.h"

namespace laio {
namespace {

void WriteAll(int fd, std::string_view text)
{
    ssize_t done = 1;
    while (!text.empty() && done > 0) {
        done = write(fd, text.data(), text.size());
        text.remove_prefix(done > 0 ? done : 0);
    }
}

int Main(int argc, char **argv)
{
    if (std::optional<PlainAnswer> answer = AnswerPlainStyle(argc, argv)) {
        WriteAll(STDOUT_FILENO, answer->text);
        return answer->exit_status;
    }
    Error error = HandOver(argv);
    WriteAll(STDERR_FILENO, "laio: " + error.message + "\n");
    return static_cast<int>(error.kind);
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    return laio::Main(argc, argv);
}
