#include "tests/harness/child.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <vector>

namespace laio {

namespace {

using std::chrono::steady_clock;

constexpr size_t kKeptOutput = 16 * 1024;

void LimitResource(__rlimit_resource_t resource, rlim_t most)
{
    struct rlimit limit;
    getrlimit(resource, &limit);
    limit.rlim_cur = std::min(most, limit.rlim_max);
    setrlimit(resource, &limit);
}

[[noreturn]] void BeChild(const std::function<void()> &work, int output_fd)
{
    dup2(output_fd, STDOUT_FILENO);
    dup2(output_fd, STDERR_FILENO);
    LimitResource(RLIMIT_CORE, 0);
    LimitResource(RLIMIT_STACK, 8 << 20);
    work();
    fflush(nullptr);
    _exit(0);
}

// The line of `output` that says most about why the process ended.
std::string TellingLine(const std::string &output)
{
    for (const char *mark : {"SUMMARY: ", "runtime error: "}) {
        size_t at = output.find(mark);
        if (at != std::string::npos) {
            return output.substr(at, output.find('\n', at) - at);
        }
    }
    size_t end = output.find_last_not_of('\n');
    if (end == std::string::npos) {
        return "";
    }
    size_t begin = output.rfind('\n', end);
    return output.substr(begin == std::string::npos ? 0 : begin + 1,
                         end - (begin == std::string::npos ? -1 : begin));
}

}  // namespace

Child::Child(const std::function<void()> &work,
             std::chrono::milliseconds time_allowed)
    : deadline_(steady_clock::now() + time_allowed)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0 || (pid_ = fork()) < 0) {
        perror("cannot start a process for a scenario");
        exit(4);
    }
    if (pid_ == 0) {
        BeChild(work, ends[1]);
    }
    close(ends[1]);
    output_fd_ = ends[0];
    fcntl(output_fd_, F_SETFL, O_NONBLOCK);
}

Child::~Child()
{
    if (pid_ > 0) {
        kill(pid_, SIGKILL);
        Reap();
    }
}

bool Child::Poke()
{
    if (ReadOutput()) {
        Reap();
        return true;
    }
    if (steady_clock::now() >= deadline_) {
        end_.timed_out = true;
        kill(pid_, SIGKILL);
        Reap();
        return true;
    }
    return false;
}

// Returns: true at the end of its output, which is its own end.
bool Child::ReadOutput()
{
    char chunk[4096];
    ssize_t bytes;
    while ((bytes = read(output_fd_, chunk, sizeof(chunk))) > 0) {
        end_.output.append(chunk, bytes);
        if (end_.output.size() > 2 * kKeptOutput) {
            end_.output.erase(0, end_.output.size() - kKeptOutput);
        }
    }
    return bytes == 0;
}

void Child::Reap()
{
    while (waitpid(pid_, &end_.wait_status, 0) < 0 && errno == EINTR) {
    }
    ReadOutput();
    close(output_fd_);
    pid_ = -1;
}

void RunChildren(int count, int at_a_time,
                 std::chrono::milliseconds time_allowed,
                 const std::function<void(int)> &work,
                 const std::function<void(int, const ChildEnd &)> &ended)
{
    std::map<int, std::unique_ptr<Child>> running;
    int next = 0;
    while (next < count || !running.empty()) {
        while (next < count && static_cast<int>(running.size()) < at_a_time) {
            int i = next++;
            running[i] =
                std::make_unique<Child>([&work, i] { work(i); }, time_allowed);
        }
        std::vector<struct pollfd> fds;
        for (auto &[i, child] : running) {
            fds.push_back({child->output_fd(), POLLIN, 0});
        }
        constexpr int kWatchdogMs = 50;
        ::poll(fds.data(), fds.size(), kWatchdogMs);
        std::erase_if(running, [&ended](auto &entry) {
            bool over = entry.second->Poke();
            if (over) {
                ended(entry.first, entry.second->end());
            }
            return over;
        });
    }
}

std::string CrashText(const ChildEnd &end)
{
    if (end.timed_out) {
        return "still busy when its time was over";
    }
    std::string text = "exit status " +
                       std::to_string(WEXITSTATUS(end.wait_status));
    if (WIFSIGNALED(end.wait_status)) {
        const char *name = sigabbrev_np(WTERMSIG(end.wait_status));
        text = std::string("SIG") + (name ? name : "?");
    }
    std::string line = TellingLine(end.output);
    return line.empty() ? text : text + ": " + line;
}

}  // namespace laio
