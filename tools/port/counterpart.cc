#include "tools/port/counterpart.h"

namespace laio::port {
namespace {

struct Names {
    const char *path;
    std::vector<std::string> others;
};

// QEMU moved the file into block/ (9f8540ecef); ours is two files, so that
// the ring has tests of its own.
const std::vector<Names> &AllNames()
{
    static const std::vector<Names> names = {
        {"block/linux_aio.cc", {"block/linux-aio.c", "linux-aio.c"}},
        {"block/completion_ring.h", {"block/linux-aio.c", "linux-aio.c"}},
        {"block/linux-aio.c", {"linux-aio.c", "block/linux_aio.cc"}},
        {"linux-aio.c", {"block/linux-aio.c", "block/linux_aio.cc"}},
    };
    return names;
}

}  // namespace

std::vector<std::string> Counterparts(const std::string &path)
{
    std::vector<std::string> paths = {path};
    for (const Names &names : AllNames()) {
        if (path == names.path) {
            paths.insert(paths.end(), names.others.begin(),
                         names.others.end());
        }
    }
    return paths;
}

bool IsCxx(const std::string &path)
{
    return path.ends_with(".cc") || path == "block/completion_ring.h";
}

}  // namespace laio::port
