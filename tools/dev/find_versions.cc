#include "tools/dev/find_versions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>

namespace laio {
namespace {

const std::vector<std::string> &Paths()
{
    static const std::vector<std::string> paths = {"block/linux-aio.c",
                                                   "linux-aio.c"};
    return paths;
}

// Adds what is new; of a content that two trees have, the older commit stays.
void Merge(std::vector<FileVersion> found, std::vector<FileVersion> *all)
{
    std::map<std::string, size_t> known;
    for (size_t i = 0; i < all->size(); i++) {
        known[(*all)[i].blob] = i;
    }
    for (FileVersion &version : found) {
        auto at = known.find(version.blob);
        if (at == known.end()) {
            all->push_back(std::move(version));
        } else if (version.committed_s < (*all)[at->second].committed_s) {
            (*all)[at->second] = std::move(version);
        }
    }
}

}  // namespace

Result<std::vector<FileVersion>> FindVersions(const VersionSearch &search)
{
    std::vector<FileVersion> all;
    for (const std::string &tree : search.trees) {
        auto found = FileHistory(
            tree, {.paths = Paths(), .rev = search.rev,
                   .all_refs = search.all_refs});
        if (!found) {
            return found.error();
        }
        if (found->empty()) {
            return BadInput(fmt::format(
                "cannot find {} in the history of {} of {}; is it a clone of "
                "QEMU, and not a shallow one?",
                fmt::join(Paths(), " or "), search.rev, tree));
        }
        Merge(*std::move(found), &all);
    }
    // Commits of the same second stay parents before children.
    std::stable_sort(all.begin(), all.end(),
                     [](const FileVersion &a, const FileVersion &b) {
                         return a.committed_s < b.committed_s;
                     });
    return all;
}

}  // namespace laio
