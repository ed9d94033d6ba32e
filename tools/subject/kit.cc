#include "tools/subject/kit.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace laio {
namespace {

namespace fs = std::filesystem;

// Every source of block/subjects that has an object beside it is a subject.
std::vector<ShippedSubject> FindShipped(const fs::path &root)
{
    std::vector<ShippedSubject> shipped;
    std::error_code error;
    fs::directory_iterator walk(root / "block/subjects", error);
    for (; !error && walk != fs::directory_iterator(); walk.increment(error)) {
        fs::path source = walk->path();
        fs::path object = fs::path(source).replace_extension(".so");
        if ((source.extension() == ".c" || source.extension() == ".cc") &&
            fs::exists(object)) {
            std::string file = source.filename();
            shipped.push_back({source.stem(), "block/subjects/" + file,
                               source, object});
        }
    }
    std::sort(shipped.begin(), shipped.end(),
              [](auto &a, auto &b) { return a.name < b.name; });
    shipped.insert(shipped.begin(),
                   {"ours", "block/linux_aio.cc", root / "block/linux_aio.cc",
                    root / "block/ours.so"});
    return shipped;
}

}  // namespace

Result<Kit> FindKit(const fs::path &given_root)
{
    // The compiler and the programs are started in folders of their own.
    const fs::path root = fs::absolute(given_root);
    Kit kit;
    kit.include = root / "qemu_compat/include";
    kit.project_root = root;
    kit.runner = root / "tests/harness/runner";
    kit.io_bench = root / "tests/bench/io_bench";
    kit.shipped = FindShipped(root);
    for (const fs::path &path :
         {kit.include / "qemu/osdep.h", kit.runner, kit.io_bench,
          kit.shipped[0].source, kit.shipped[0].object}) {
        std::error_code ignored;
        if (!fs::exists(path, ignored)) {
            return EnvironmentError(fmt::format(
                "cannot find {}, which ships with laio (start it where it was "
                "installed, PREFIX/bin/laio, or where Bazel built it, "
                "bazel-bin/tools/cli/laio)",
                path.string()));
        }
    }
    return kit;
}

}  // namespace laio
