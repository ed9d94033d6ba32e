#include "tools/patch/base_file.h"

#include <fmt/format.h>

namespace laio {
namespace {

// Blobs that begin alike and are tried.
constexpr std::size_t kMaxAlike = 16;

std::vector<BaseFile> NamedBlobs(std::vector<FoundBlob> blobs)
{
    std::vector<BaseFile> bases;
    for (FoundBlob &blob : blobs) {
        if (bases.size() < kMaxAlike) {
            std::string description = fmt::format(
                "blob {}, which the mail names", blob.id.substr(0, 12));
            bases.push_back({std::move(blob.content), std::move(blob.id),
                             std::move(description), true});
        }
    }
    return bases;
}

}  // namespace

Result<std::vector<BaseFile>> FindBaseFiles(const FilePatch &header,
                                            const Tree &tree)
{
    BaseFile base;
    if (header.old_path.empty()) {
        base.proven = true;
        base.description = "a new file";
        return std::vector<BaseFile>{std::move(base)};
    }
    if (!header.old_id.empty()) {
        Result<std::vector<FoundBlob>> found =
            tree.FindBlobs(header.old_id, header.old_path);
        if (!found) {
            return found.error();
        }
        if (!found->empty()) {
            return NamedBlobs(std::move(*found));
        }
    }
    Result<std::optional<TreeFile>> file = tree.Read(header.old_path);
    if (!file) {
        return file.error();
    }
    if (*file) {
        base.content = (*file)->content;
        base.id = BlobId(*base.content);
        base.description = fmt::format(
            "{}{}", tree.Describe(),
            header.old_id.empty()
                ? ", as the mail names no blob"
                : ", as it does not have blob " + header.old_id);
    }
    return std::vector<BaseFile>{std::move(base)};
}

}  // namespace laio
