#include "tests/bench/bench_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace laio {

Result<BenchFile> BenchFile::Open(const std::string &path, bool direct,
                                  bool writable, uint64_t min_bytes)
{
    BenchFile file;
    file.fd = open(path.c_str(), (writable ? O_RDWR : O_RDONLY) | O_CLOEXEC |
                                     (direct ? O_DIRECT : 0));
    if (file.fd < 0) {
        const bool no_direct = direct && errno == EINVAL;
        return BadInput(fmt::format(
            "cannot open {} for {}: {}{}", path,
            writable ? "writing" : "reading", std::strerror(errno),
            no_direct ? " (its file system has no direct I/O)" : ""));
    }
    // Also says how large a block device is.
    const off_t end = lseek(file.fd, 0, SEEK_END);
    if (end < 0 || static_cast<uint64_t>(end) < min_bytes) {
        return BadInput(fmt::format(
            "cannot measure on {}: it has {} bytes and a request has {}; "
            "give a larger file", path, end < 0 ? 0 : end, min_bytes));
    }
    file.bytes = static_cast<uint64_t>(end);
    return file;
}

BenchFile::~BenchFile()
{
    if (fd >= 0) {
        close(fd);
    }
}

}  // namespace laio
