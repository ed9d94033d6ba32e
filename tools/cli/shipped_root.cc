#include "tools/cli/shipped_root.h"

#include <memory>
#include <string>
#include <system_error>

#include "tools/cli/hand_over.h"
#include "tools/cpp/runfiles/runfiles.h"

namespace laio {
namespace {

namespace fs = std::filesystem;
using bazel::tools::cpp::runfiles::Runfiles;

// Bazel 7 names the folder otherwise, and tells so only for what is in it.
fs::path RunfilesOf(const std::string &program)
{
    std::string why;
    std::unique_ptr<Runfiles> runfiles(Runfiles::Create(program, &why));
    return runfiles ? fs::path(runfiles->Rlocation("laio/tools")).parent_path()
                    : "";
}

}  // namespace

fs::path InstalledRoot(const fs::path &program)
{
    fs::path folder = program.parent_path();
    if (program.filename() == kFullProgram && folder.filename() == "laio") {
        return folder;
    }
    return folder.parent_path() / kShippedFolder;
}

fs::path FindShippedRoot(const char *argv0)
{
    std::error_code ignored;
    fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    fs::path installed = InstalledRoot(program);
    if (fs::is_directory(installed, ignored)) {
        return installed;
    }
    // A test's files are named by how it was called, those of a program that
    // a link or PATH led to by what it is.
    fs::path runfiles = RunfilesOf(argv0);
    return runfiles.empty() ? RunfilesOf(FrontProgram(program)) : runfiles;
}

}  // namespace laio
