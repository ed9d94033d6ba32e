#include "tools/patch/tree_after.h"

namespace laio {

std::string TreeAfter::Describe() const
{
    return below_.Describe() +
           (files_.empty() ? "" : " with the patches before");
}

Result<std::optional<TreeFile>> TreeAfter::Read(const std::string &path) const
{
    auto found = files_.find(path);
    if (found == files_.end()) {
        return below_.Read(path);
    }
    return found->second;
}

Result<std::optional<TreeFile>> TreeAfter::ReadEntry(
    const std::string &path) const
{
    auto found = files_.find(path);
    if (found == files_.end()) {
        return below_.ReadEntry(path);
    }
    return found->second;
}

Result<std::vector<FoundBlob>> TreeAfter::FindBlobs(
    const std::string &abbreviated_id, const std::string &path) const
{
    auto found = files_.find(path);
    if (found != files_.end() && found->second) {
        std::string id = BlobId(found->second->content);
        if (id.starts_with(abbreviated_id)) {
            return std::vector<FoundBlob>{{id, found->second->content, ""}};
        }
    }
    return below_.FindBlobs(abbreviated_id, path);
}

}  // namespace laio
