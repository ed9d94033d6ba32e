#include "tools/patch/base_file.h"

#include <fmt/format.h>

namespace laio {

Result<BaseFile> FindBaseFile(const FilePatch &header, const Tree &tree)
{
    BaseFile base;
    if (header.old_path.empty()) {
        base.proven = true;
        base.description = "a new file";
        return base;
    }
    if (!header.old_id.empty()) {
        Result<std::optional<FoundBlob>> found =
            tree.FindBlob(header.old_id, header.old_path);
        if (!found) {
            return found.error();
        }
        if (*found) {
            base.content = (*found)->content;
            base.id = (*found)->id;
            base.proven = (*found)->unique;
            base.description = fmt::format("blob {}, which the mail names",
                                           base.id.substr(0, 12));
            return base;
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
    return base;
}

}  // namespace laio
