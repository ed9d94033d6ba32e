#include "tools/git/find_blob.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "tools/git/libgit2_handles.h"

namespace laio {
namespace {

// More blobs than any usable abbreviation has.
constexpr std::size_t kMaxBlobs = 1'000;

// The objects of a store whose ids begin alike. A store tells only whether a
// beginning has none, one or several, so several are told apart by one digit
// more.
class PrefixSearch {
 public:
    explicit PrefixSearch(git_odb *objects) : objects_(objects) {}

    void Add(const std::string &prefix)
    {
        git_oid beginning;
        git_oid id;
        if (found_.size() >= kMaxBlobs ||
            git_oid_fromstrn(&beginning, prefix.data(), prefix.size()) != 0) {
            return;
        }
        int status = git_odb_exists_prefix(&id, objects_, &beginning,
                                           prefix.size());
        if (status == 0) {
            AddBlob(id);
        } else if (status == GIT_EAMBIGUOUS) {
            for (char digit : std::string_view("0123456789abcdef")) {
                Add(prefix + digit);
            }
        }
    }

    const std::vector<git_oid> &found() const { return found_; }

 private:
    void AddBlob(const git_oid &id)
    {
        std::size_t size = 0;
        git_object_t type = GIT_OBJECT_INVALID;
        if (git_odb_read_header(&size, &type, objects_, &id) == 0 &&
            type == GIT_OBJECT_BLOB) {
            found_.push_back(id);
        }
    }

    git_odb *objects_;
    std::vector<git_oid> found_;
};

std::vector<std::string_view> Lines(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

// Of the lines of both, how large a part they share, from 0 to 1.
double Likeness(std::string_view one, std::string_view other)
{
    std::unordered_map<std::string_view, int> left;
    std::vector<std::string_view> mine = Lines(one);
    for (std::string_view line : mine) {
        left[line]++;
    }
    std::vector<std::string_view> theirs = Lines(other);
    int shared = 0;
    for (std::string_view line : theirs) {
        auto found = left.find(line);
        shared += found != left.end() && found->second-- > 0;
    }
    return 2.0 * shared / std::max<std::size_t>(1,
                                                mine.size() + theirs.size());
}

void LikeliestFirst(const std::string &content, std::vector<FoundBlob> *blobs)
{
    std::vector<std::pair<double, FoundBlob>> rated;
    for (FoundBlob &blob : *blobs) {
        rated.emplace_back(Likeness(blob.content, content), std::move(blob));
    }
    std::stable_sort(rated.begin(), rated.end(),
                     [](const auto &a, const auto &b) {
                         return a.first > b.first;
                     });
    for (std::size_t i = 0; i < rated.size(); i++) {
        (*blobs)[i] = std::move(rated[i].second);
    }
}

}  // namespace

std::vector<FoundBlob> FindBlobsIn(git_repository *repository,
                                   const std::string &prefix,
                                   const Tree &tree, const std::string &path)
{
    std::vector<FoundBlob> blobs;
    git_odb *objects = nullptr;
    if (prefix.size() < GIT_OID_MINPREFIXLEN ||
        prefix.size() > GIT_OID_HEXSZ ||
        git_repository_odb(&objects, repository) != 0) {
        return blobs;
    }
    OdbPtr keep(objects);
    PrefixSearch search(objects);
    search.Add(prefix);
    for (const git_oid &id : search.found()) {
        git_blob *blob = nullptr;
        if (git_blob_lookup(&blob, repository, &id) == 0) {
            BlobPtr keep_blob(blob);
            blobs.push_back({Hex(&id), BlobContent(blob), ""});
        }
    }
    if (blobs.size() > 1) {
        Result<std::optional<TreeFile>> file = tree.Read(path);
        if (file && *file) {
            LikeliestFirst((*file)->content, &blobs);
        }
    }
    return blobs;
}

}  // namespace laio
