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

// Refuses a path with a symlink in it: it may lead anywhere.
Status CheckNoSymlink(const fs::path &root, const std::string &path)
{
    Status inside = CheckPath(path);
    if (!inside) {
        return inside;
    }
    fs::path step = root;
    for (const fs::path &part : fs::path(path)) {
        step /= part;
        std::error_code ignored;
        if (fs::is_symlink(fs::symlink_status(step, ignored))) {
            return BadInput(fmt::format(
                "the path '{}' is refused: {} is a symlink", path,
                step.string()));
        }
    }
    return Ok();
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
        std::error_code error;
        fs::create_directories(target_.parent_path(), error);
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
    }

    void Finish()
    {
        if (saved_exists_) {
            unlink(saved_.c_str());
        }
    }

 private:
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

Result<std::optional<TreeFile>> ReadWorkTreeFile(const std::string &root,
                                                 const std::string &path)
{
    Status inside = CheckNoSymlink(root, path);
    if (!inside) {
        return inside.error();
    }
    fs::path file = fs::path(root) / path;
    struct stat about;
    if (lstat(file.c_str(), &about) != 0) {
        return std::optional<TreeFile>();
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
        Status inside = CheckNoSymlink(root, file.path);
        if (!inside) {
            return inside;
        }
        writes.emplace_back(root, file);
    }
    Status done = RunAll(writes);
    for (auto write = writes.rbegin(); write != writes.rend(); ++write) {
        done ? write->Finish() : write->Undo();
    }
    return done;
}

}  // namespace laio
