#include "tests/differential/side.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include <fmt/format.h>

#include "tests/differential/caller.h"
#include "tests/differential/stage.h"
#include "tests/harness/child.h"
#include "util/io_kernel.h"

namespace laio {
namespace {

constexpr unsigned kSecondsForOne = 5;
constexpr std::chrono::minutes kTimeAllowed{10};
// Behind each program's result; no text has it.
constexpr char kEndOfResult = '\x1e';

void WriteResult(int fd, std::string text)
{
    text += kEndOfResult;
    if (write(fd, text.data(), text.size()) !=
        static_cast<ssize_t>(text.size())) {
        _exit(1);
    }
}

SideResults ReadResults(int fd)
{
    SideResults results;
    std::string text;
    char buffer[1 << 16];
    lseek(fd, 0, SEEK_SET);
    for (ssize_t n; (n = read(fd, buffer, sizeof(buffer))) > 0;) {
        text.append(buffer, static_cast<size_t>(n));
    }
    for (size_t at = 0, end;
         (end = text.find(kEndOfResult, at)) != std::string::npos;
         at = end + 1) {
        results.push_back(text.substr(at, end - at));
    }
    return results;
}

// The process of a side.
void PlayAll(const Side &side, RealFile *file, uint64_t seed, int programs,
             int out)
{
    signal(SIGALRM, SIG_DFL);
    alarm(kSecondsForOne);
    auto api = SubjectApi::Load(side.subject.shared_object,
                                side.subject.traits);
    if (!api) {
        WriteResult(out, api.error().message + "\n");
        _exit(1);
    }
    const auto hangs = [out](const std::string &why) {
        WriteResult(out, "hangs: " + why + "\n");
        _exit(1);
    };
    RealStage real(api->get(), file);
    for (int i = 0; i < programs; i++) {
        alarm(kSecondsForOne);
        const Program program = RandomProgram(seed + static_cast<uint64_t>(i),
                                              CallerAlphabet());
        WriteResult(out, file ? real.Play(program)
                              : PlayOnFake(api->get(), program, hangs));
        if (!file && !side.subject.traits.has_cleanup) {
            return;  // the next one needs a clean process
        }
    }
}

std::string EndText(const ChildEnd &end)
{
    if (WIFSIGNALED(end.wait_status) &&
        WTERMSIG(end.wait_status) == SIGALRM) {
        return fmt::format("did not end in {} s\n", kSecondsForOne);
    }
    return CrashText(end) + "\n";
}

// Returns: of some of the programs, and whether there may be more.
bool PlaySome(const Side &side, RealFile *file, uint64_t seed, int programs,
              SideResults *results)
{
    const int out = memfd_create("results", MFD_CLOEXEC);
    bool ended_well = false;
    RunChildren(
        1, 1, kTimeAllowed,
        [&](int) { PlayAll(side, file, seed, programs, out); },
        [&](int, const ChildEnd &end) {
            SideResults some = ReadResults(out);
            ended_well = end.wait_status == 0 && !some.empty();
            if (WIFSIGNALED(end.wait_status) || some.empty()) {
                some.push_back(EndText(end));
            }
            results->insert(results->end(), some.begin(), some.end());
        });
    close(out);
    return ended_well;
}

Status CheckKernelAio()
{
    io_context_t context = nullptr;
    const int ret = io_kernel_real()->setup(1, &context);
    if (ret < 0) {
        return EnvironmentError(
            fmt::format("cannot set up kernel AIO: {} (a container may "
                        "forbid it; see also fs.aio-max-nr)",
                        std::strerror(-ret)));
    }
    io_kernel_real()->destroy(context);
    return Ok();
}

}  // namespace

Result<SideResults> PlaySide(const Side &side, uint64_t seed, int programs)
{
    std::unique_ptr<RealFile> file;
    if (side.kernel != SideKernel::kFake) {
        const Status ready = CheckKernelAio();
        if (!ready) {
            return ready.error();
        }
        auto made = RealFile::Make(side.folder,
                                   side.kernel == SideKernel::kDirect);
        if (!made) {
            return made.error();
        }
        file = *std::move(made);
    }
    SideResults results;
    for (bool more = true; more;) {
        const int done = static_cast<int>(results.size());
        more = done < programs &&
               PlaySome(side, file.get(), seed + static_cast<uint64_t>(done),
                        programs - done, &results);
    }
    return results;
}

}  // namespace laio
