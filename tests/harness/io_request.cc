#include "tests/harness/io_request.h"

#include <algorithm>

namespace laio {

namespace {

constexpr unsigned char kGuardByte = 0xee;
constexpr unsigned char kUnread = 0xdd;

}  // namespace

IoRequest::IoRequest(int id, int type, size_t bytes)
    : id_(id),
      type_(type),
      bytes_(bytes),
      memory_(bytes + 2 * kGuard, kGuardByte)
{
    unsigned char *data = memory_.data() + kGuard;
    for (size_t i = 0; i < bytes; i++) {
        data[i] = type == QEMU_AIO_WRITE ? FileByte(offset_bytes() + i)
                                         : kUnread;
    }
    size_t first_part = bytes / 4;
    qemu_iovec_init(&qiov_, 2);
    qemu_iovec_add(&qiov_, data, first_part);
    qemu_iovec_add(&qiov_, data + first_part, bytes - first_part);
}

IoRequest::~IoRequest()
{
    qemu_iovec_destroy(&qiov_);
}

long long IoRequest::offset_bytes() const
{
    return id_ * kRequestStride;
}

std::string IoRequest::Text() const
{
    return std::string(type_ == QEMU_AIO_WRITE ? "write " : "read ") +
           std::to_string(id_) + " (" + std::to_string(bytes_) + " bytes)";
}

std::vector<unsigned char> IoRequest::Data() const
{
    return {memory_.begin() + kGuard, memory_.end() - kGuard};
}

Transfer IoRequest::Rest() const
{
    return {type_ == QEMU_AIO_WRITE,
            offset_bytes() + static_cast<long long>(transferred_),
            bytes_ - transferred_};
}

void IoRequest::Finished(long res)
{
    finished_ = true;
    last_res_ = res;
    transferred_ += std::max(res, 0L);
}

std::string IoRequest::Check(int ret) const
{
    std::string wrong = CheckResult(ret);
    return wrong.empty() ? CheckMemory(ret) : wrong;
}

std::string IoRequest::CheckResult(int ret) const
{
    std::string result = "request " + std::to_string(id_) + " returned " +
                         ResultText(ret);
    if (cancelled && ret == -ECANCELED) {
        return "";
    }
    if (!finished_) {
        return ret < 0 ? "" : result + " though the kernel never finished it";
    }
    if (last_res_ < 0 && ret != last_res_) {
        return result + ", the kernel said " + ResultText(last_res_);
    }
    if (transferred_ == bytes_ && ret != 0) {
        return result + " though all its bytes were transferred";
    }
    if (last_res_ >= 0 && transferred_ < bytes_ &&
        (ret < 0) != (type_ == QEMU_AIO_WRITE)) {
        return result + " after " + std::to_string(transferred_) + " of " +
               std::to_string(bytes_) + " bytes";
    }
    return "";
}

std::string IoRequest::CheckMemory(int ret) const
{
    for (size_t i = 0; i < memory_.size(); i++) {
        bool guard = i < kGuard || i >= kGuard + bytes_;
        size_t at = i - kGuard;
        if (!guard && ret < 0) {
            continue;
        }
        unsigned char expected =
            guard ? kGuardByte
            : type_ == QEMU_AIO_WRITE || at < transferred_
                ? FileByte(offset_bytes() + at)
                : 0;
        if (memory_[i] != expected) {
            return "request " + std::to_string(id_) + ": byte " +
                   std::to_string(static_cast<long>(at)) + " of " +
                   std::to_string(bytes_) + " is " +
                   std::to_string(memory_[i]) + " instead of " +
                   std::to_string(expected);
        }
    }
    return "";
}

}  // namespace laio
