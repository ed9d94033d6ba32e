#include "tools/cli/open_version.h"

#include <fstream>
#include <iterator>
#include <utility>

#include "tools/cli/patch_input.h"
#include "tools/subject/kit.h"

namespace laio {
namespace {

MemoryTree ShippedSources(const Session &session)
{
    MemoryTree sources;
    Result<Kit> kit = FindKit(session.shipped_root);
    if (!kit.ok()) {
        return sources;
    }
    for (const ShippedSubject &shipped : kit->shipped) {
        std::ifstream in(shipped.source, std::ios::binary);
        if (in) {
            sources.Put(shipped.source_name,
                        std::string(std::istreambuf_iterator<char>(in), {}));
        }
    }
    return sources;
}

// What ships, behind the files of a checkout when the caller is in one.
class ShippedToo : public Tree {
 public:
    ShippedToo(MemoryTree shipped, std::unique_ptr<Tree> checkout)
        : shipped_(std::move(shipped)), checkout_(std::move(checkout))
    {
    }

    std::string Describe() const override
    {
        return checkout_ ? checkout_->Describe()
                         : "the files that ship with laio (there is no git "
                           "checkout here)";
    }

    Result<std::optional<TreeFile>> Read(
        const std::string &path) const override
    {
        if (checkout_) {
            Result<std::optional<TreeFile>> file = checkout_->Read(path);
            if (!file.ok() || *file) {
                return file;
            }
        }
        return shipped_.Read(path);
    }

    Result<std::optional<TreeFile>> ReadEntry(
        const std::string &path) const override
    {
        if (checkout_) {
            Result<std::optional<TreeFile>> file = checkout_->ReadEntry(path);
            if (!file.ok() || *file) {
                return file;
            }
        }
        return shipped_.ReadEntry(path);
    }

    // First what has both the name and the id: in a large repository some
    // other blob may begin like it.
    Result<std::vector<FoundBlob>> FindBlobs(
        const std::string &abbreviated_id,
        const std::string &path) const override
    {
        Result<std::vector<FoundBlob>> found =
            shipped_.FindBlobs(abbreviated_id, path);
        if (found.ok() && found->empty() && checkout_) {
            return checkout_->FindBlobs(abbreviated_id, path);
        }
        return found;
    }

    std::vector<FoundBlob> Versions(const std::string &path,
                                    int most) const override
    {
        return checkout_ ? checkout_->Versions(path, most)
                         : std::vector<FoundBlob>();
    }

 private:
    MemoryTree shipped_;
    std::unique_ptr<Tree> checkout_;  // may be null
};

}  // namespace

Result<std::unique_ptr<Tree>> OpenVersion(const Session &session,
                                          const std::string &tree,
                                          const std::string &base)
{
    std::unique_ptr<Tree> checkout;
    Result<std::shared_ptr<GitRepository>> repository =
        OpenTree(session, tree);
    if (repository.ok()) {
        Result<std::unique_ptr<Tree>> version =
            (*repository)->At(base.empty() ? "HEAD" : base);
        if (!version.ok() || !tree.empty()) {
            return version;
        }
        checkout = *std::move(version);
    } else if (!tree.empty() || !base.empty()) {
        return repository.error();
    }
    return std::unique_ptr<Tree>(std::make_unique<ShippedToo>(
        ShippedSources(session), std::move(checkout)));
}

}  // namespace laio
