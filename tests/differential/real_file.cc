#include "tests/differential/real_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>

namespace laio {
namespace {

constexpr size_t kBlock = 4096;
constexpr size_t kSector = 512;

// At an address and a place that are multiples of a sector and no more.
bool SectorCanBeRead(int fd)
{
    void *memory = nullptr;
    if (posix_memalign(&memory, kBlock, kBlock)) {
        std::abort();
    }
    const ssize_t n = pread(fd, static_cast<char *>(memory) + kSector,
                            kSector, kSector);
    free(memory);
    return n == static_cast<ssize_t>(kSector);
}

}  // namespace

Result<std::unique_ptr<RealFile>> RealFile::Make(const std::string &folder,
                                                 bool direct)
{
    std::unique_ptr<RealFile> file(new RealFile());
    std::string path = folder + "/differential-XXXXXX";
    file->check_fd_ = mkostemp(path.data(), O_CLOEXEC);
    if (file->check_fd_ < 0) {
        return EnvironmentError(fmt::format("cannot make a file in {}: {}",
                                            folder, std::strerror(errno)));
    }
    file->fd_ = open(path.c_str(),
                     O_RDWR | O_CLOEXEC | (direct ? O_DIRECT : 0));
    const int open_error = errno;
    unlink(path.c_str());
    if (file->fd_ < 0) {
        return EnvironmentError(fmt::format(
            "cannot open a file in {}{}: {}", folder,
            direct ? " with O_DIRECT" : "", std::strerror(open_error)));
    }
    if (ftruncate(file->check_fd_, kFileBytes) != 0) {
        return EnvironmentError(fmt::format("cannot make a file of {} bytes "
                                            "in {}: {}",
                                            kFileBytes, folder,
                                            std::strerror(errno)));
    }
    file->Restore(FileImage(kFileBytes));
    if (direct && !SectorCanBeRead(file->fd_)) {
        return EnvironmentError(fmt::format(
            "O_DIRECT in {} cannot read single sectors of 512 bytes",
            folder));
    }
    return file;
}

RealFile::~RealFile()
{
    for (int fd : {fd_, check_fd_}) {
        if (fd >= 0) {
            close(fd);
        }
    }
}

FileImage RealFile::Read() const
{
    struct stat info = {};
    if (fstat(check_fd_, &info) != 0) {
        std::abort();
    }
    FileImage image(static_cast<size_t>(info.st_size));
    for (size_t done = 0; done < image.size();) {
        const ssize_t n = pread(check_fd_, &image[done], image.size() - done,
                                static_cast<off_t>(done));
        if (n <= 0) {
            std::abort();
        }
        done += static_cast<size_t>(n);
    }
    return image;
}

void RealFile::Restore(const FileImage &image)
{
    const FileImage &first = FirstImage();
    if (image.size() != first.size() &&
        ftruncate(check_fd_, kFileBytes) != 0) {
        std::abort();
    }
    for (size_t at = 0; at < first.size(); at += kBlock) {
        const size_t count = std::min(kBlock, first.size() - at);
        if (at + count <= image.size() &&
            !std::memcmp(&image[at], &first[at], count)) {
            continue;
        }
        if (pwrite(check_fd_, &first[at], count, static_cast<off_t>(at)) !=
            static_cast<ssize_t>(count)) {
            std::abort();
        }
    }
}

}  // namespace laio
