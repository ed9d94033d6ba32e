#include "tools/git/tree.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/git/sha1.h"

namespace laio {

std::string BlobId(std::string_view content)
{
    Sha1 hash;
    hash.Update(fmt::format("blob {}", content.size()));
    hash.Update(std::string_view("\0", 1));
    hash.Update(content);
    return hash.HexDigest();
}

Result<std::optional<FoundBlob>> Tree::FindBlob(
    const std::string &abbreviated_id, const std::string &path) const
{
    Result<std::vector<FoundBlob>> blobs = FindBlobs(abbreviated_id, path);
    if (!blobs) {
        return blobs.error();
    }
    return blobs->empty() ? std::optional<FoundBlob>()
                          : std::move(blobs->front());
}

Result<std::optional<TreeFile>> MemoryTree::Read(const std::string &path) const
{
    auto found = files_.find(path);
    if (found == files_.end()) {
        return std::optional<TreeFile>();
    }
    return std::optional<TreeFile>(TreeFile{found->second});
}

Result<std::vector<FoundBlob>> MemoryTree::FindBlobs(
    const std::string &abbreviated_id, const std::string &path) const
{
    std::vector<FoundBlob> blobs;
    auto found = files_.find(path);
    if (found != files_.end()) {
        std::string id = BlobId(found->second);
        if (id.starts_with(abbreviated_id)) {
            blobs.push_back({id, found->second, ""});
        }
    }
    return blobs;
}

namespace {

// HFS+ does not see these code points in a name: U+200C to 200F, 202A to
// 202E, 206A to 206F and FEFF, here as UTF-8.
std::string WithoutIgnored(const std::string &part)
{
    std::string seen;
    for (std::size_t i = 0; i < part.size(); i++) {
        std::string_view three = std::string_view(part).substr(i, 3);
        bool ignored =
            three == "\xEF\xBB\xBF" ||
            (three.size() == 3 && three[0] == '\xE2' &&
             ((three[1] == '\x80' && ((three[2] >= '\x8C' &&
                                      three[2] <= '\x8F') ||
                                     (three[2] >= '\xAA' &&
                                      three[2] <= '\xAE'))) ||
              (three[1] == '\x81' && three[2] >= '\xAA' &&
               three[2] <= '\xAF')));
        if (ignored) {
            i += 2;
        } else {
            seen += char(std::tolower(static_cast<unsigned char>(part[i])));
        }
    }
    return seen;
}

// ".git", and what file systems that fold case, drop trailing dots and
// blanks, cut at a colon or do not see some code points take for it.
bool MeansGitFolder(const std::string &part)
{
    std::string name = WithoutIgnored(part);
    name = name.substr(0, name.find(':'));
    while (!name.empty() && (name.back() == '.' || name.back() == ' ')) {
        name.pop_back();
    }
    return name == ".git" || name == "git~1";
}

std::string Printable(const std::string &path)
{
    std::string text;
    for (unsigned char c : path.substr(0, 200)) {
        text += c < 32 || c == 127 ? fmt::format("\\{:03o}", c)
                                   : std::string(1, char(c));
    }
    return text;
}

const char *PathFault(const std::string &path)
{
    if (path.empty()) {
        return "it is empty";
    }
    if (path.size() > 4096) {
        return "it is longer than 4096 bytes";
    }
    if (path.front() == '/') {
        return "it is absolute";
    }
    for (unsigned char c : path) {
        if (c < 32 || c == 127 || c == '\\') {
            return "it has a control character or a backslash";
        }
    }
    std::size_t begin = 0;
    while (begin <= path.size()) {
        std::size_t end = std::min(path.find('/', begin), path.size());
        std::string part = path.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..") {
            return "it has an empty, `.` or `..` component";
        }
        if (MeansGitFolder(part)) {
            return "it leads into .git";
        }
        begin = end + 1;
    }
    return nullptr;
}

}  // namespace

Status CheckPath(const std::string &path)
{
    if (const char *fault = PathFault(path)) {
        return BadInput(fmt::format("the path '{}' is refused: {}",
                                    Printable(path), fault));
    }
    return Ok();
}

}  // namespace laio
