// A tree as patches have left it, without writing to it.

#ifndef TOOLS_PATCH_TREE_AFTER_H
#define TOOLS_PATCH_TREE_AFTER_H

#include <map>
#include <optional>
#include <string>

#include "tools/base/result.h"
#include "tools/git/tree.h"

namespace laio {

class TreeAfter : public Tree {
 public:
    // Keeps:    the tree below.
    explicit TreeAfter(const Tree &below) : below_(below) {}

    // Gives a path another content, or none.
    void Put(const std::string &path, std::optional<TreeFile> file)
    {
        files_[path] = std::move(file);
    }

    // Whether Put() was told of the path.
    bool Has(const std::string &path) const { return files_.count(path) > 0; }

    std::string Describe() const override;
    Result<std::optional<TreeFile>> Read(
        const std::string &path) const override;
    Result<std::optional<TreeFile>> ReadEntry(
        const std::string &path) const override;
    Result<std::vector<FoundBlob>> FindBlobs(
        const std::string &abbreviated_id,
        const std::string &path) const override;
    std::vector<FoundBlob> Versions(const std::string &path,
                                    int most) const override
    {
        return below_.Versions(path, most);
    }

 private:
    const Tree &below_;
    std::map<std::string, std::optional<TreeFile>> files_;
};

}  // namespace laio

#endif  // TOOLS_PATCH_TREE_AFTER_H
