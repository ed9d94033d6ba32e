// all_versions --tree DIR...: whether every linux-aio.c that the trees know of
// compiles against the contract and works on the real kernel, unmodified.
//
// Exit status: 0 when all do, 1 when one does not, 2 wrong options, 3 a tree
// that cannot be read, 4 when the machine lacks something.

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <thread>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tools/base/command_line.h"
#include "tools/cpp/runfiles/runfiles.h"
#include "tools/dev/find_versions.h"
#include "tools/dev/judge_versions.h"
#include "tools/dev/versions_text.h"
#include "tools/subject/work_folder.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

struct Options {
    VersionSearch search;
    int jobs = 0;
    bool json = false;
    bool verbose = false;
    bool quiet = false;
    bool no_sandbox = false;
};

Command VersionsCommand(Options *options)
{
    Command versions{"all_versions",
                     "Compiles and tries every linux-aio.c that QEMU had."};
    versions
        .Add("--tree DIR", &options->search.trees,
             "git repository of QEMU; may be given again")
        .Required();
    versions.Add("--rev REV", &options->search.rev,
                 "whose history, in each tree (HEAD)");
    versions.Add("--all", &options->search.all_refs,
                 "all branches and tags as well");
    versions
        .Add("--jobs N", &options->jobs,
             "versions side by side (one per core)")
        .Range(1, 1024);
    versions.Add("--json", &options->json, "machine-readable result");
    versions.Add("--verbose", &options->verbose,
                 "every way in which a version was used");
    versions.Add("--quiet", &options->quiet, "no talk on stderr");
    versions.Add("--no-sandbox", &options->no_sandbox,
                 "compile and run the files as you, without a sandbox");
    return versions;
}

// bazel run changes the directory; the paths are those of who typed them.
fs::path CallerDirectory()
{
    const char *typed_in = std::getenv("BUILD_WORKING_DIRECTORY");
    return typed_in ? fs::path(typed_in) : fs::current_path();
}

Result<Judgement> Prepare(const Options &options, const fs::path &runfiles,
                          const fs::path &folder)
{
    Result<Kit> kit = FindKit(runfiles);
    if (!kit) {
        return kit.error();
    }
    const char *path = std::getenv("PATH");
    Result<Toolchain> toolchain =
        FindToolchain(Language::kC, path ? path : "");
    if (!toolchain) {
        return toolchain.error();
    }
    const SandboxMode mode =
        options.no_sandbox ? SandboxMode::kOff : SandboxMode::kBubblewrap;
    const Status sandbox = CheckSandbox(mode);
    if (!sandbox) {
        return sandbox.error();
    }
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    return Judgement{*std::move(kit),
                     *std::move(toolchain),
                     runfiles / "tests/smoke/smoke",
                     folder,
                     mode,
                     options.jobs ? options.jobs : std::max(cores, 1)};
}

Result<std::vector<JudgedVersion>> JudgeAll(const Options &options,
                                            const fs::path &runfiles)
{
    Result<WorkFolder> folder = WorkFolder::Make();
    if (!folder) {
        return folder.error();
    }
    const Result<Judgement> with = Prepare(options, runfiles, folder->path());
    if (!with) {
        return with.error();
    }
    const bool watched = !options.quiet && isatty(STDERR_FILENO);
    if (watched) {
        std::cerr << "all_versions: looking through the history\n";
    }
    Result<std::vector<FileVersion>> versions = FindVersions(options.search);
    if (!versions) {
        return versions.error();
    }
    const size_t count = versions->size();
    return JudgeVersions(*std::move(versions), *with,
                         [watched, count](size_t done) {
                             if (watched) {
                                 std::cerr << fmt::format(
                                     "\rall_versions: {} of {} judged{}", done,
                                     count, done == count ? "\n" : "");
                             }
                         });
}

int PrintVersions(Options options, const char *argv0)
{
    for (std::string &tree : options.search.trees) {
        tree = (CallerDirectory() / tree).lexically_normal();
    }
    if (options.no_sandbox) {
        std::cerr << "all_versions: WARNING: --no-sandbox: code of the trees "
                     "is compiled and run as you\n";
    }
    using bazel::tools::cpp::runfiles::Runfiles;
    std::string why;
    const std::unique_ptr<Runfiles> runfiles(Runfiles::Create(argv0, &why));
    // Of a folder in it: Bazel 7 calls the root itself otherwise.
    const fs::path tools = runfiles ? runfiles->Rlocation("laio/tools") : "";
    const auto judged = JudgeAll(options, tools.parent_path());
    if (!judged) {
        std::cerr << "all_versions: " << judged.error().message << "\n";
        return static_cast<int>(judged.error().kind);
    }
    if (options.json) {
        std::cout << VersionsJson(*judged).dump(
                         2, ' ', false,
                         nlohmann::json::error_handler_t::replace)
                  << "\n";
    } else {
        std::cout << VersionsText(*judged, options.verbose);
    }
    return std::all_of(judged->begin(), judged->end(),
                       [](const JudgedVersion &v) { return v.good(); })
               ? 0
               : 1;
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    laio::Options options;
    laio::Command versions = laio::VersionsCommand(&options);
    versions.run = [&] { return laio::PrintVersions(options, argv[0]); };
    return laio::RunCommandLine(versions, argc, argv);
}
