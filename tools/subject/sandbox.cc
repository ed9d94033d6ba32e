#include "tools/subject/sandbox.h"

#include <fmt/format.h>

#include <fstream>
#include <system_error>
#include <utility>

namespace laio {
namespace {

namespace fs = std::filesystem;

// What compilers and dynamic programs need of the system; the rest of /etc,
// with its keys and names, stays out.
constexpr const char *kSystemPaths[] = {
    "/usr",
    "/bin",
    "/sbin",
    "/lib",
    "/lib32",
    "/lib64",
    "/libx32",
    "/etc/alternatives",
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
};

void AppendLimit(std::vector<std::string> &argv, const char *name,
                 uint64_t value)
{
    if (value) {
        argv.push_back(fmt::format("--{}={}", name, value));
    }
}

std::vector<std::string> LimitArguments(const SandboxLimits &limits)
{
    std::vector<std::string> argv = {"prlimit", "--core=0"};
    AppendLimit(argv, "cpu", limits.cpu_seconds);
    AppendLimit(argv, "as", limits.address_space_bytes);
    AppendLimit(argv, "fsize", limits.file_bytes);
    AppendLimit(argv, "nofile", limits.open_files);
    argv.push_back("--");
    return argv;
}

std::vector<std::string> IsolationArguments()
{
    std::vector<std::string> argv = {
        "bwrap",     "--unshare-all", "--die-with-parent",
        "--new-session", "--cap-drop", "ALL",
        "--hostname", "sandbox",      "--clearenv",
        "--setenv",  "PATH",          "/usr/bin:/bin",
        "--setenv",  "LC_ALL",        "C.UTF-8",
        "--setenv",  "HOME",          "/tmp",
    };
    for (const char *path : kSystemPaths) {
        argv.insert(argv.end(), {"--ro-bind-try", path, path});
    }
    argv.insert(argv.end(),
                {"--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"});
    return argv;
}

}  // namespace

SandboxLimits LimitsOfOwnPrograms()
{
    constexpr uint64_t kTebibyteInPages = (uint64_t{1} << 40) / 4096;
    uint64_t own_pages = 0;
    std::ifstream("/proc/self/statm") >> own_pages;
    SandboxLimits limits;
    if (own_pages > kTebibyteInPages) {
        limits.address_space_bytes = 0;
    }
    return limits;
}

std::string Sandbox::Add(const char *option, const fs::path &outside,
                         const std::string &name)
{
    std::error_code ignored;
    fs::path real = fs::weakly_canonical(outside, ignored);
    if (real.empty()) {
        real = outside;
    }
    if (mode_ == SandboxMode::kOff) {
        return real;
    }
    binds_.push_back({option, real, "/job/" + name});
    return binds_.back().inside;
}

std::string Sandbox::Read(const fs::path &file_or_folder,
                          const std::string &name)
{
    return Add("--ro-bind", file_or_folder, name);
}

std::string Sandbox::ReadLinked(const fs::path &folder,
                                const std::string &name)
{
    if (mode_ == SandboxMode::kOff) {
        return folder;
    }
    std::error_code error;
    fs::recursive_directory_iterator walk(
        folder, fs::directory_options::follow_directory_symlink, error);
    for (; !error && walk != fs::recursive_directory_iterator();
         walk.increment(error)) {
        if (walk->is_regular_file()) {
            fs::path inside = name / walk->path().lexically_relative(folder);
            Add("--ro-bind", walk->path(), inside);
        }
    }
    return "/job/" + name;
}

std::string Sandbox::Write(const fs::path &file_or_folder,
                           const std::string &name)
{
    return Add("--bind", file_or_folder, name);
}

std::string Sandbox::Device(const fs::path &device, const std::string &name)
{
    return Add("--dev-bind", device, name);
}

std::vector<std::string> Sandbox::Wrap(
    const std::vector<std::string> &argv) const
{
    std::vector<std::string> wrapped;
    if (mode_ == SandboxMode::kBubblewrap) {
        wrapped = IsolationArguments();
        for (const Bind &bind : binds_) {
            wrapped.insert(wrapped.end(),
                           {bind.option, bind.outside, bind.inside});
        }
        wrapped.insert(wrapped.end(),
                       {"--chdir", directory_.empty() ? "/" : directory_,
                        "--"});
    }
    std::vector<std::string> limits = LimitArguments(limits_);
    wrapped.insert(wrapped.end(), limits.begin(), limits.end());
    wrapped.insert(wrapped.end(), argv.begin(), argv.end());
    return wrapped;
}

Result<ProcessResult> Sandbox::Run(const std::vector<std::string> &argv,
                                   ProcessOptions options) const
{
    options.directory = mode_ == SandboxMode::kOff ? directory_ : "";
    return RunProcess(Wrap(argv), options);
}

Status CheckSandbox(SandboxMode mode)
{
    if (mode == SandboxMode::kOff) {
        return Ok();
    }
    Result<ProcessResult> tried = Sandbox(mode).Run({"true"}, {});
    std::string why;
    if (!tried.ok()) {
        why = tried.error().message;
    } else if (tried->exit_status != 0) {
        why = tried->err.substr(0, tried->err.find('\n'));
    } else {
        return Ok();
    }
    return EnvironmentError(fmt::format(
        "cannot make a sandbox for a stranger's code: {} (install bubblewrap "
        "and allow user namespaces, or give up the protection with "
        "--no-sandbox)",
        why));
}

}  // namespace laio
