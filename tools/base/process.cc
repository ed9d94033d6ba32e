#include "tools/base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

extern char **environ;

namespace laio {
namespace {

using Clock = std::chrono::steady_clock;

// A descriptor that closes itself.
class Descriptor {
 public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor &&other) noexcept
        : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~Descriptor() { Close(); }

    int get() const { return fd_; }
    bool ok() const { return fd_ >= 0; }
    void Close()
    {
        if (fd_ >= 0) {
            close(std::exchange(fd_, -1));
        }
    }

    // Keeps clear of 0, 1 and 2, which the child's own take.
    void Lift()
    {
        if (ok() && fd_ <= STDERR_FILENO) {
            *this = Descriptor(fcntl(fd_, F_DUPFD_CLOEXEC, 3));
        }
    }

 private:
    int fd_ = -1;
};

struct Pipe {
    Descriptor read_end;
    Descriptor write_end;
};

Pipe MakePipe()
{
    int fds[2] = {-1, -1};
    if (pipe2(fds, O_CLOEXEC)) {
        return {};
    }
    Pipe pipe{Descriptor(fds[0]), Descriptor(fds[1])};
    pipe.read_end.Lift();
    pipe.write_end.Lift();
    return pipe;
}

// A file in memory that holds `input`: reading it can never block, so nothing
// has to be fed while the child runs.
Descriptor InputFile(const std::string &input)
{
    Descriptor file(input.empty() ? open("/dev/null", O_RDONLY | O_CLOEXEC)
                                  : memfd_create("input", MFD_CLOEXEC));
    file.Lift();
    size_t written = 0;
    while (file.ok() && written < input.size()) {
        ssize_t n = write(file.get(), input.data() + written,
                          input.size() - written);
        if (n < 0 && errno != EINTR) {
            return Descriptor();
        }
        written += std::max<ssize_t>(n, 0);
    }
    lseek(file.get(), 0, SEEK_SET);
    return file;
}

// Starts `argv` with its three descriptors in place.
// Returns:  0 or an errno value; `pid` is set on success.
int Spawn(const std::vector<std::string> &argv, const std::string &directory,
          const std::array<int, 3> &stdio, pid_t *pid)
{
    std::vector<char *> words;
    for (const std::string &word : argv) {
        words.push_back(const_cast<char *>(word.c_str()));
    }
    words.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int fd = 0; fd < 3; fd++) {
        posix_spawn_file_actions_adddup2(&actions, stdio[fd], fd);
    }
    if (!directory.empty()) {
        posix_spawn_file_actions_addchdir_np(&actions, directory.c_str());
    }

    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t no_signals;
    sigset_t all_signals;
    sigemptyset(&no_signals);
    sigfillset(&all_signals);
    posix_spawnattr_setsigmask(&attributes, &no_signals);
    posix_spawnattr_setsigdefault(&attributes, &all_signals);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP |
                                              POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETSIGDEF);
    int error = posix_spawnp(pid, words[0], &actions, &attributes,
                             words.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

// A started child: collects what it says until it ends.
class Child {
 public:
    Child(pid_t pid, Descriptor out, Descriptor err)
        : pid_(pid),
          end_(static_cast<int>(syscall(SYS_pidfd_open, pid, 0))),
          streams_{std::move(out), std::move(err)} {}

    // Returns:  false when it said more than `max_output_bytes`.
    bool RunUntil(Clock::time_point deadline, size_t max_output_bytes)
    {
        while (!Ended(WNOHANG)) {
            if (Clock::now() >= deadline) {
                timed_out_ = true;
                break;
            }
            WaitForNews(deadline);
            ReadAvailable(max_output_bytes);
            if (Said() > max_output_bytes) {
                break;
            }
        }
        // Before the wait that frees the id, so that it cannot be another's.
        kill(-pid_, SIGKILL);
        Ended(0);
        ReadAvailable(max_output_bytes);
        return Said() <= max_output_bytes;
    }

    ProcessResult Result() &&
    {
        auto seconds = [](const timeval &t) {
            return static_cast<double>(t.tv_sec) + t.tv_usec / 1e6;
        };
        ProcessResult result;
        result.exit_status = WIFSIGNALED(status_) ? 128 + WTERMSIG(status_)
                                                  : WEXITSTATUS(status_);
        result.timed_out = timed_out_;
        result.out = std::move(said_[0]);
        result.err = std::move(said_[1]);
        result.user_seconds = seconds(usage_.ru_utime);
        result.system_seconds = seconds(usage_.ru_stime);
        return result;
    }

 private:
    size_t Said() const { return said_[0].size() + said_[1].size(); }

    // Looks without reaping; the last call, with flags 0, reaps.
    bool Ended(int flags)
    {
        if (flags & WNOHANG) {
            siginfo_t info{};
            waitid(P_PID, pid_, &info, WEXITED | WNOHANG | WNOWAIT);
            return info.si_pid == pid_;
        }
        while (wait4(pid_, &status_, 0, &usage_) < 0 && errno == EINTR) {
        }
        return true;
    }

    void WaitForNews(Clock::time_point deadline)
    {
        auto left = std::chrono::ceil<std::chrono::milliseconds>(
            deadline - Clock::now());
        // A kernel without pidfds is asked again every 20 ms.
        int64_t most = end_.ok() ? 1'000'000 : 20;
        pollfd fds[3] = {{end_.get(), POLLIN, 0},
                         {streams_[0].get(), POLLIN, 0},
                         {streams_[1].get(), POLLIN, 0}};
        poll(fds, 3, static_cast<int>(std::clamp<int64_t>(left.count(), 0,
                                                          most)));
    }

    // Takes what is there now, of both streams; closes the one that ended.
    void ReadAvailable(size_t max_output_bytes)
    {
        char buffer[65536];
        for (int i = 0; i < 2; i++) {
            while (streams_[i].ok() && Said() <= max_output_bytes) {
                ssize_t n = read(streams_[i].get(), buffer, sizeof(buffer));
                if (n > 0) {
                    said_[i].append(buffer, n);
                } else if (n == 0) {
                    streams_[i].Close();
                } else if (errno != EINTR) {
                    break;
                }
            }
        }
    }

    pid_t pid_;
    Descriptor end_;
    Descriptor streams_[2];
    std::string said_[2];
    int status_ = 0;
    rusage usage_{};
    bool timed_out_ = false;
};

}  // namespace

Result<ProcessResult> RunProcess(const std::vector<std::string> &argv,
                                 const ProcessOptions &options)
{
    Clock::time_point deadline = Clock::now() + options.timeout;
    Descriptor input = InputFile(options.input);
    Pipe out = MakePipe();
    Pipe err = MakePipe();
    if (!input.ok() || !out.write_end.ok() || !err.write_end.ok()) {
        return EnvironmentError("cannot start " + argv[0] + ": no pipes: " +
                                std::strerror(errno));
    }
    pid_t pid = 0;
    int error = Spawn(argv, options.directory,
                      {input.get(), out.write_end.get(), err.write_end.get()},
                      &pid);
    if (error) {
        std::string where =
            options.directory.empty() ? "" : " in " + options.directory;
        return EnvironmentError("cannot start " + argv[0] + where + ": " +
                                std::strerror(error));
    }
    out.write_end.Close();
    err.write_end.Close();
    fcntl(out.read_end.get(), F_SETFL, O_NONBLOCK);
    fcntl(err.read_end.get(), F_SETFL, O_NONBLOCK);

    Child child(pid, std::move(out.read_end), std::move(err.read_end));
    if (!child.RunUntil(deadline, options.max_output_bytes)) {
        return EnvironmentError(argv[0] + " said more than " +
                                std::to_string(options.max_output_bytes) +
                                " bytes and was stopped");
    }
    return std::move(child).Result();
}

}  // namespace laio
