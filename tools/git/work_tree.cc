#include "tools/git/work_tree.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace laio {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kLinkMode = 0120000;
constexpr unsigned kSubmoduleMode = 0160000;  // its folder is its own affair

// Refuses a path with a symlink in it: it may lead anywhere. The last part of
// it may be one when the link itself is meant.
Status CheckNoSymlink(const fs::path &root, const std::string &path,
                      bool last_too)
{
    Status inside = CheckPath(path);
    if (!inside) {
        return inside;
    }
    fs::path step = root;
    for (const fs::path &part : fs::path(path)) {
        step /= part;
        std::error_code ignored;
        bool looked_at = last_too || step != root / path;
        if (looked_at && fs::is_symlink(fs::symlink_status(step, ignored))) {
            return BadInput(fmt::format(
                "the path '{}' is refused: {} is a symlink", path,
                step.string()));
        }
    }
    return Ok();
}

// A symlink of the tree may name what is in the tree, nothing else.
Status CheckTarget(const std::string &path, const std::string &target)
{
    std::string named =
        (fs::path(path).parent_path() / target).lexically_normal().string();
    while (named.ends_with('/')) {
        named.pop_back();
    }
    bool inside = target.find('\0') == std::string::npos &&
                  !fs::path(target).is_absolute() &&
                  (named == "." || CheckPath(named));
    return inside ? Ok()
                  : Status(BadInput(fmt::format(
                        "the symlink '{}' is refused: it would lead out of "
                        "the tree, to '{}'", path, target.substr(0, 200))));
}

Error SystemError(const char *what, const fs::path &path)
{
    return EnvironmentError(fmt::format("cannot {} {}: {}", what,
                                        path.string(), std::strerror(errno)));
}

// One file of a Write(): staged beside its target, swapped in, or undone.
class StagedWrite {
 public:
    StagedWrite(const fs::path &root, const FileWrite &file)
        : file_(file), target_(root / file.path),
          staged_(target_.string() + ".laio-new"),
          saved_(target_.string() + ".laio-old")
    {
    }

    Status Stage()
    {
        if (!file_.content) {
            return Ok();
        }
        MakeFolders();
        if (file_.mode == kLinkMode) {
            staged_exists_ = symlink(file_.content->c_str(),
                                     staged_.c_str()) == 0;
            return staged_exists_ ? Ok()
                                  : Status(SystemError("make", staged_));
        }
        mode_t mode = file_.mode & 0111 ? 0777 : 0666;
        int fd = open(staged_.c_str(),
                      O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                      mode);
        if (fd < 0) {
            return SystemError("write", staged_);
        }
        staged_exists_ = true;
        bool whole = WriteAll(fd, *file_.content);
        bool closed = close(fd) == 0;
        if (!whole || !closed) {
            return SystemError("write", staged_);
        }
        return Ok();
    }

    Status SwapIn()
    {
        std::error_code ignored;
        if (fs::exists(fs::symlink_status(target_, ignored))) {
            if (rename(target_.c_str(), saved_.c_str()) != 0) {
                return SystemError("move aside", target_);
            }
            saved_exists_ = true;
        }
        if (!file_.content) {
            return Ok();
        }
        if (rename(staged_.c_str(), target_.c_str()) != 0) {
            return SystemError("replace", target_);
        }
        staged_exists_ = false;
        swapped_ = true;
        return Ok();
    }

    // Also removes the folders that it made.
    void Undo()
    {
        if (staged_exists_) {
            unlink(staged_.c_str());
        }
        if (saved_exists_) {
            rename(saved_.c_str(), target_.c_str());
        } else if (swapped_) {
            unlink(target_.c_str());
        }
        for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) {
            rmdir(folder->c_str());
        }
    }

    // Also removes folders that are empty now, as they are nothing to git.
    void Finish(const fs::path &root)
    {
        if (saved_exists_) {
            unlink(saved_.c_str());
        }
        fs::path folder = target_.parent_path();
        while (!file_.content && folder != root &&
               folder.string().size() > root.string().size() &&
               rmdir(folder.c_str()) == 0) {
            folder = folder.parent_path();
        }
    }

 private:
    void MakeFolders()
    {
        std::vector<fs::path> missing;
        std::error_code error;
        fs::path folder = target_.parent_path();
        while (!fs::exists(fs::symlink_status(folder, error))) {
            missing.push_back(folder);
            folder = folder.parent_path();
        }
        for (auto it = missing.rbegin(); it != missing.rend(); ++it) {
            if (mkdir(it->c_str(), 0777) == 0) {
                made_.push_back(*it);
            }
        }
    }

    static bool WriteAll(int fd, std::string_view rest)
    {
        while (!rest.empty()) {
            ssize_t n = write(fd, rest.data(), rest.size());
            if (n < 0 && errno != EINTR) {
                return false;
            }
            rest.remove_prefix(n < 0 ? 0 : std::size_t(n));
        }
        return true;
    }

    const FileWrite &file_;
    fs::path target_;
    fs::path staged_;
    fs::path saved_;
    bool staged_exists_ = false;
    bool saved_exists_ = false;
    bool swapped_ = false;
    std::vector<fs::path> made_;  // folders
};

Status RunAll(std::vector<StagedWrite> &writes)
{
    for (StagedWrite &write : writes) {
        Status staged = write.Stage();
        if (!staged) {
            return staged;
        }
    }
    for (StagedWrite &write : writes) {
        Status swapped = write.SwapIn();
        if (!swapped) {
            return swapped;
        }
    }
    return Ok();
}

}  // namespace

Result<std::optional<TreeFile>> ReadWorkTreeEntry(const std::string &root,
                                                  const std::string &path)
{
    std::error_code error;
    fs::path file = fs::path(root) / path;
    Status inside = CheckNoSymlink(root, path, false);
    if (!inside || !fs::is_symlink(fs::symlink_status(file, error))) {
        return ReadWorkTreeFile(root, path);
    }
    return std::optional<TreeFile>(
        TreeFile{fs::read_symlink(file, error).string(), kLinkMode});
}

Result<std::optional<TreeFile>> ReadWorkTreeFile(const std::string &root,
                                                 const std::string &path)
{
    Status inside = CheckNoSymlink(root, path, true);
    if (!inside) {
        return inside.error();
    }
    fs::path file = fs::path(root) / path;
    struct stat about;
    if (lstat(file.c_str(), &about) != 0) {
        bool absent = errno == ENOENT || errno == ENOTDIR;
        return absent ? Result<std::optional<TreeFile>>(
                            std::optional<TreeFile>())
                      : SystemError("read", file);
    }
    if (!S_ISREG(about.st_mode)) {
        return BadInput(fmt::format("cannot patch {}: not a regular file",
                                    file.string()));
    }
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    if (!in) {
        return BadInput(fmt::format("cannot read {}: {}", file.string(),
                                    std::strerror(errno)));
    }
    TreeFile result{std::move(content).str()};
    result.mode = about.st_mode & 0111 ? 0100755 : 0100644;
    return std::optional<TreeFile>(std::move(result));
}

Status WriteWorkTreeFiles(const std::string &root,
                          const std::vector<FileWrite> &files)
{
    std::vector<StagedWrite> writes;
    for (const FileWrite &file : files) {
        if (file.mode == kSubmoduleMode) {
            continue;
        }
        Status inside = CheckNoSymlink(root, file.path, false);
        if (inside && file.content && file.mode == kLinkMode) {
            inside = CheckTarget(file.path, *file.content);
        }
        if (!inside) {
            return inside;
        }
        writes.emplace_back(root, file);
    }
    Status done = RunAll(writes);
    for (auto write = writes.rbegin(); write != writes.rend(); ++write) {
        done ? write->Finish(root) : write->Undo();
    }
    return done;
}

}  // namespace laio
