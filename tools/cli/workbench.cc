#include "tools/cli/workbench.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ostream>
#include <thread>
#include <utility>

#include "tests/harness/traits.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

constexpr const char *kWithoutSandbox =
    ": WARNING: --no-sandbox: code of the patch is compiled and run as you; "
    "it can read and change your files, use the network and stay behind\n";

}  // namespace

Result<std::unique_ptr<Workbench>> Workbench::Open(const Session &session,
                                                   const std::string &command)
{
    Result<Kit> kit = FindKit(session.shipped_root);
    if (!kit.ok()) {
        return kit.error();
    }
    Result<WorkFolder> folder = WorkFolder::Make();
    if (!folder.ok()) {
        return folder.error();
    }
    SandboxMode mode = SandboxMode::kBubblewrap;
    if (session.common.no_sandbox) {
        mode = SandboxMode::kOff;
        session.err << "laio " << command << kWithoutSandbox;
    }
    int cores = static_cast<int>(std::thread::hardware_concurrency());
    int jobs = session.common.jobs ? session.common.jobs : std::max(cores, 1);
    return std::unique_ptr<Workbench>(new Workbench(
        *std::move(kit), *std::move(folder), mode, jobs));
}

Result<fs::path> Workbench::NewFolder()
{
    return folder_.Subfolder(std::to_string(++folders_));
}

Status Workbench::NeedSandbox()
{
    if (!sandbox_works_) {
        Status status = CheckSandbox(mode_);
        if (!status.ok()) {
            return status;
        }
        sandbox_works_ = true;
    }
    return Ok();
}

Status Workbench::NeedCompiler(Language language)
{
    std::optional<Toolchain> &known =
        language == Language::kC ? c_ : cxx_;
    if (!known) {
        const char *path = std::getenv("PATH");
        Result<Toolchain> found = FindToolchain(language, path ? path : "");
        if (!found.ok()) {
            return found.error();
        }
        known = *std::move(found);
    }
    return Ok();
}

Result<Compiled> Workbench::CompileIn(const fs::path &folder,
                                      const Source &source) const
{
    return Compile(source, source.language() == Language::kC ? *c_ : *cxx_,
                   kit_, folder, mode_);
}

Status Workbench::Prepare(const Subject &subject)
{
    Status ready = NeedSandbox();
    if (ready.ok() && subject.object.empty()) {
        ready = NeedCompiler(subject.source.language());
    }
    return ready;
}

Result<BuiltSubject> Workbench::BuildIn(const fs::path &folder,
                                        const Subject &subject) const
{
    BuiltSubject built{subject.name, subject.source, subject.object};
    if (!subject.object.empty()) {
        return built;
    }
    Result<Traits> traits =
        ReadTraits(subject.source.text, subject.source.name);
    if (!traits.ok()) {
        return traits.error();
    }
    Result<Compiled> compiled = CompileIn(folder, subject.source);
    if (!compiled.ok()) {
        return compiled.error();
    }
    if (!compiled->ok) {
        return BadInput(fmt::format("{} does not compile:\n{}", subject.name,
                                    compiled->output));
    }
    built.object = compiled->object;
    return built;
}

Result<BuiltSubject> Workbench::Build(const Subject &subject)
{
    Status ready = Prepare(subject);
    if (!ready.ok()) {
        return ready.error();
    }
    Result<fs::path> folder = NewFolder();
    if (!folder.ok()) {
        return folder.error();
    }
    return BuildIn(*folder, subject);
}

}  // namespace laio
