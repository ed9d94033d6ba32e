#include "tools/subject/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "tools/base/process.h"
#include "tools/subject/work_folder.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kCompileTime{60};

struct Places {
    std::string file;     // the source, relative to where the compiler starts
    std::string object;   // as the compiler knows it
    std::string include;
    std::string root;
};

std::vector<std::string> CompilerArguments(Language language,
                                           const Toolchain &toolchain,
                                           const Places &places)
{
    bool is_c = language == Language::kC;
    std::vector<std::string> argv = {
        toolchain.compiler, "-x", is_c ? "c" : "c++",
        is_c ? "-std=gnu11" : "-std=c++20",
        "-O2", "-g", "-Wall", "-fPIC", "-shared", "-fno-strict-aliasing",
        "-fwrapv", "-D_GNU_SOURCE", "-fdiagnostics-color=never",
        "-I" + places.include, "-I" + places.root,
    };
    argv.insert(argv.end(), toolchain.glib_flags.begin(),
                toolchain.glib_flags.end());
    argv.insert(argv.end(), {"-o", places.object, places.file});
    return argv;
}

// Places in the source get the name that the caller gave it, places in the
// contract the names of the project.
std::string NamePlaces(std::string output, const std::string &name,
                       const Places &places)
{
    auto replace_all = [&](const std::string &from, const std::string &to) {
        size_t at = 0;
        while ((at = output.find(from, at)) != std::string::npos) {
            output.replace(at, from.size(), to);
            at += to.size();
        }
    };
    output.insert(0, "\n");
    replace_all("\n" + places.file + ":", "\n" + name + ":");
    replace_all("from " + places.file + ":", "from " + name + ":");
    output.erase(0, 1);
    replace_all(places.include + "/", "qemu_compat/include/");
    replace_all(places.root + "/", "");
    return output;
}

// A sandbox shows /usr and no other place where a compiler may be.
Status CheckCompilerIsSeen(const Toolchain &toolchain, SandboxMode mode)
{
    std::error_code ignored;
    std::string real = fs::weakly_canonical(toolchain.compiler, ignored);
    if (mode == SandboxMode::kOff || real.starts_with("/usr/")) {
        return Ok();
    }
    return EnvironmentError(fmt::format(
        "cannot compile: {} is outside of /usr, which is all that the sandbox "
        "shows (put one of /usr first on PATH, or use --no-sandbox)",
        toolchain.compiler.string()));
}

int CountDiagnostics(const std::string &output, const std::string &kind)
{
    int count = 0;
    std::string needle = ": " + kind + ": ";
    for (size_t at = output.find(needle); at != std::string::npos;
         at = output.find(needle, at + 1)) {
        count++;
    }
    return count;
}

Compiled WhatCameOut(const Source &source, const ProcessResult &ran,
                     const Places &places, const fs::path &object)
{
    Compiled compiled;
    compiled.object = object;
    // A file of its own, not a link to one that the sandbox did not show.
    compiled.ok = ran.exit_status == 0 &&
                  fs::is_regular_file(fs::symlink_status(object));
    compiled.output = NamePlaces(ran.err, source.name, places);
    if (ran.timed_out) {
        compiled.output += fmt::format("{}: the compiler was stopped after {} "
                                       "seconds\n",
                                       source.name, kCompileTime.count());
    }
    compiled.warnings = CountDiagnostics(compiled.output, "warning");
    compiled.errors = CountDiagnostics(compiled.output, "error") +
                      CountDiagnostics(compiled.output, "fatal error");
    return compiled;
}

}  // namespace

Language Source::language() const
{
    std::string suffix = fs::path(name).extension();
    bool is_cxx = suffix == ".cc" || suffix == ".cpp" || suffix == ".cxx";
    return is_cxx ? Language::kCxx : Language::kC;
}

Result<Compiled> Compile(const Source &source, const Toolchain &toolchain,
                         const Kit &kit, const fs::path &folder,
                         SandboxMode mode)
{
    Status ready = CheckCompilerIsSeen(toolchain, mode);
    fs::path source_folder = folder / "source";
    fs::path object_folder = folder / "object";
    std::error_code error;
    fs::create_directories(source_folder, error);
    fs::create_directories(object_folder, error);
    Places places;
    // With "./" before it no name can be taken for an option.
    places.file = "./" + fs::path(source.name).filename().string();
    if (ready.ok()) {
        ready = WriteFile(source_folder / places.file, source.text);
    }
    if (!ready.ok()) {
        return ready.error();
    }

    Sandbox sandbox(mode);
    sandbox.StartIn(sandbox.Read(source_folder, "source"));
    places.object = sandbox.Write(object_folder, "object") + "/subject.so";
    places.include = sandbox.ReadLinked(kit.include, "include");
    places.root = sandbox.ReadLinked(kit.project_root / "block", "root/block");
    places.root.resize(places.root.size() - std::string_view("/block").size());
    sandbox.ReadLinked(kit.project_root / "util", "root/util");
    ProcessOptions options;
    options.timeout = kCompileTime;
    Result<ProcessResult> ran = sandbox.Run(
        CompilerArguments(source.language(), toolchain, places), options);
    if (!ran.ok()) {
        return ran.error();
    }
    return WhatCameOut(source, *ran, places, object_folder / "subject.so");
}

}  // namespace laio
