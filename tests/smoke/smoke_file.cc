#include "tests/smoke/smoke_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>

namespace laio {
namespace {

constexpr size_t kLargestBlock = 4096;

// Returns: bytes, or -errno; a short transfer is repeated for the rest.
ssize_t ReadAll(int fd, unsigned char *out, size_t bytes, off_t offset)
{
    size_t done = 0;
    while (done < bytes) {
        const ssize_t n = pread(fd, out + done, bytes - done,
                                offset + static_cast<off_t>(done));
        if (n < 0) {
            return -errno;
        }
        if (n == 0) {
            break;
        }
        done += static_cast<size_t>(n);
    }
    return static_cast<ssize_t>(done);
}

// Whether one block, no larger and at no better an address, can be read.
bool BlockCanBeRead(int fd, size_t block)
{
    void *memory = nullptr;
    if (posix_memalign(&memory, 2 * kLargestBlock, 3 * kLargestBlock) != 0) {
        return false;
    }
    char *at = static_cast<char *>(memory) + block;
    const ssize_t n = pread(fd, at, block, static_cast<off_t>(block));
    free(memory);
    return n == static_cast<ssize_t>(block);
}

}  // namespace

unsigned char SmokeByte(uint32_t salt, uint64_t offset_bytes)
{
    uint64_t x = (offset_bytes >> 3) + (uint64_t{salt} << 40);
    x = (x ^ (x >> 31)) * 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 29)) * 0xbf58476d1ce4e5b9u;
    return static_cast<unsigned char>(x >> (8 * (offset_bytes & 7)));
}

Result<std::unique_ptr<SmokeFile>> SmokeFile::Make(const std::string &folder)
{
    std::unique_ptr<SmokeFile> file(new SmokeFile());
    std::string path = folder + "/smoke-XXXXXX";
    file->check_fd_ = mkostemp(path.data(), O_CLOEXEC);
    if (file->check_fd_ < 0) {
        return EnvironmentError(fmt::format("cannot make a file in {}: {}",
                                            folder, std::strerror(errno)));
    }
    const Status filled = file->Fill(2 * kLargestBlock, 0);
    file->TryDirect(path);
    unlink(path.c_str());
    if (!filled) {
        return filled.error();
    }
    if (file->fd_ < 0) {
        return EnvironmentError(fmt::format("cannot open {}: {}", path,
                                            std::strerror(errno)));
    }
    return file;
}

void SmokeFile::TryDirect(const std::string &path)
{
    fd_ = open(path.c_str(), O_RDWR | O_CLOEXEC | O_DIRECT);
    for (size_t block : {size_t{512}, kLargestBlock}) {
        if (fd_ >= 0 && BlockCanBeRead(fd_, block)) {
            direct_ = true;
            block_bytes_ = block;
            return;
        }
    }
    if (fd_ >= 0) {
        close(fd_);
    }
    fd_ = open(path.c_str(), O_RDWR | O_CLOEXEC);
}

SmokeFile::~SmokeFile()
{
    for (int fd : {fd_, check_fd_}) {
        if (fd >= 0) {
            close(fd);
        }
    }
}

Status SmokeFile::Fill(size_t bytes, uint32_t salt)
{
    expected_.resize(bytes);
    Expect(0, bytes, salt);
    const ssize_t written = pwrite(check_fd_, expected_.data(), bytes, 0);
    if (written != static_cast<ssize_t>(bytes) ||
        ftruncate(check_fd_, static_cast<off_t>(bytes)) != 0) {
        return EnvironmentError(fmt::format(
            "cannot write {} bytes to a temporary file: {}", bytes,
            written < 0 ? std::strerror(errno) : "the disk is full"));
    }
    return Ok();
}

void SmokeFile::Expect(uint64_t offset_bytes, size_t bytes, uint32_t salt)
{
    expected_.resize(std::max(expected_.size(), offset_bytes + bytes));
    for (size_t i = 0; i < bytes; i++) {
        expected_[offset_bytes + i] = SmokeByte(salt, offset_bytes + i);
    }
}

std::string SmokeFile::Check() const
{
    std::vector<unsigned char> found(expected_.size() + 1);
    const ssize_t bytes = ReadAll(check_fd_, found.data(), found.size(), 0);
    if (bytes != static_cast<ssize_t>(expected_.size())) {
        return fmt::format("the file has {} bytes instead of {}", bytes,
                           expected_.size());
    }
    for (size_t i = 0; i < expected_.size(); i++) {
        if (found[i] != expected_[i]) {
            return fmt::format("byte {} of the file is {} instead of {}", i,
                               found[i], expected_[i]);
        }
    }
    return "";
}

std::vector<unsigned char> SmokeFile::Expected(uint64_t offset_bytes,
                                               size_t bytes) const
{
    std::vector<unsigned char> expected(bytes);
    for (size_t i = 0; i < bytes && offset_bytes + i < expected_.size(); i++) {
        expected[i] = expected_[offset_bytes + i];
    }
    return expected;
}

}  // namespace laio
