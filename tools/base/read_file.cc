#include "tools/base/read_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace laio {
namespace {

// Reads to the end.
//
//   expected  bytes of a file, 0 if nobody knows
std::string ReadAll(int fd, size_t expected)
{
    constexpr size_t kStep = 1 << 16;
    std::string text;
    for (bool more = true; more;) {
        // Of a file, one more shows the end.
        size_t step = expected ? expected + 1 : kStep;
        size_t size = text.size();
        text.resize(size + step);
        ssize_t got = read(fd, text.data() + size, step);
        text.resize(size + std::max<ssize_t>(got, 0));
        more = expected ? got == static_cast<ssize_t>(step) : got > 0;
    }
    return text;
}

Error CannotRead(const std::string &name, const char *why)
{
    return BadInput("cannot read " + name + ": " + why);
}

}  // namespace

Result<std::string> ReadFile(const std::string &path, const std::string &name)
{
    int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return CannotRead(name, std::strerror(errno));
    }
    struct stat about = {};
    bool is_folder = fstat(fd, &about) == 0 && S_ISDIR(about.st_mode);
    std::string text = is_folder ? "" : ReadAll(fd, about.st_size);
    close(fd);
    if (is_folder) {
        return CannotRead(name, "it is a directory");
    }
    return text;
}

std::string ReadStdin()
{
    return ReadAll(STDIN_FILENO, 0);
}

}  // namespace laio
