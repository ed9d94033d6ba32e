#include "tests/smoke/smoke_request.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>

extern "C" {
#include "qemu/iov.h"
}

namespace laio {
namespace {

constexpr unsigned char kGuardByte = 0xa5;
constexpr size_t kPageBytes = 4096;

}  // namespace

SmokeRequest::SmokeRequest(const SmokeFile &file, int type,
                           uint64_t first_block, size_t blocks, size_t pieces,
                           uint32_t salt)
    : file_(file), type_(type), offset_bytes_(first_block * file.block_bytes()),
      bytes_(blocks * file.block_bytes()), salt_(salt)
{
    const size_t block = file.block_bytes();
    pieces = std::clamp<size_t>(pieces, 1, blocks);
    const size_t piece_blocks = (blocks + pieces - 1) / pieces;
    const size_t stride = piece_blocks + 1;
    memory_bytes_ = (pieces * stride + 1) * block;
    void *memory = nullptr;
    if (posix_memalign(&memory, kPageBytes, memory_bytes_) != 0) {
        std::abort();
    }
    memory_ = static_cast<unsigned char *>(memory);
    std::memset(memory_, kGuardByte, memory_bytes_);
    is_data_.resize(memory_bytes_ / block);
    qemu_iovec_init(&qiov_, static_cast<int>(pieces));
    // The first piece of the request is the last in memory.
    for (size_t done = 0, at = pieces; done < blocks;) {
        const size_t count = std::min(piece_blocks, blocks - done);
        const size_t place = --at * stride + 1;
        std::fill_n(is_data_.begin() + static_cast<long>(place), count, true);
        unsigned char *data = memory_ + place * block;
        for (size_t i = 0; i < count * block && type == QEMU_AIO_WRITE; i++) {
            data[i] = SmokeByte(salt, offset_bytes_ + done * block + i);
        }
        qemu_iovec_add(&qiov_, data, count * block);
        done += count;
    }
}

SmokeRequest::~SmokeRequest()
{
    qemu_iovec_destroy(&qiov_);
    free(memory_);
}

std::string SmokeRequest::Text() const
{
    return fmt::format("the {} of {} bytes at {}",
                       type_ == QEMU_AIO_WRITE ? "write" : "read", bytes_,
                       offset_bytes_);
}

// A read over the end of the file may also say how much there was.
bool SmokeRequest::IsSuccess() const
{
    const uint64_t left =
        file_.bytes() > offset_bytes_ ? file_.bytes() - offset_bytes_ : 0;
    return ret == 0 || (left < bytes_ && ret == static_cast<int>(left));
}

std::string SmokeRequest::Check() const
{
    if (ends != 1) {
        return fmt::format("{} ended {} times", Text(), ends);
    }
    if (!IsSuccess()) {
        return fmt::format("{} ended with {} ({})", Text(), ret,
                           ret < 0 ? std::strerror(-ret) : "no error code");
    }
    std::vector<unsigned char> expected = file_.Expected(offset_bytes_, bytes_);
    for (size_t i = 0; i < bytes_ && type_ == QEMU_AIO_WRITE; i++) {
        expected[i] = SmokeByte(salt_, offset_bytes_ + i);
    }
    std::vector<unsigned char> found(bytes_);
    qemu_iovec_to_buf(const_cast<QEMUIOVector *>(&qiov_), 0, found.data(),
                      bytes_);
    for (size_t i = 0; i < bytes_; i++) {
        if (found[i] != expected[i]) {
            return fmt::format("{}: byte {} in memory is {} instead of {}",
                               Text(), i, found[i], expected[i]);
        }
    }
    return CheckGuards();
}

std::string SmokeRequest::CheckGuards() const
{
    const size_t block = file_.block_bytes();
    for (size_t i = 0; i < memory_bytes_; i++) {
        if (!is_data_[i / block] && memory_[i] != kGuardByte) {
            return fmt::format("{} changed memory that is not its own",
                               Text());
        }
    }
    return "";
}

}  // namespace laio
