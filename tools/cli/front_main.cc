// laio as people start it: style by itself where the call is plain, in little
// more than the time that a process takes to start, and all else by handing
// over to laio-full.

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "tools/cli/hand_over.h"
#include "tools/cli/plain_style.h"

namespace laio {
namespace {

// Returns:  false, and errno, when not all of it could be written.
bool WriteAll(int fd, std::string_view text)
{
    ssize_t done = 1;
    while (!text.empty() && done > 0) {
        done = write(fd, text.data(), text.size());
        text.remove_prefix(done > 0 ? done : 0);
    }
    return text.empty();
}

int Fail(const Error &error)
{
    WriteAll(STDERR_FILENO, "laio: " + error.message + "\n");
    return static_cast<int>(error.kind);
}

int Main(int argc, char **argv)
{
    if (std::optional<PlainAnswer> answer = AnswerPlainStyle(argc, argv)) {
        if (!WriteAll(STDOUT_FILENO, answer->text)) {
            return Fail(EnvironmentError(
                std::string("cannot write the result: ") +
                std::strerror(errno)));
        }
        return answer->exit_status;
    }
    return Fail(HandOver(argv));
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    return laio::Main(argc, argv);
}
