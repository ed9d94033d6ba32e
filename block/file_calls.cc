#include "block/file_calls.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace {

// Calls until no signal interrupts.
template <typename Call>
auto result_of(Call call) -> decltype(call())
{
    for (;;) {
        const auto ret = call();
        if (ret >= 0) {
            return ret;
        }
        if (errno != EINTR) {
            return -errno;
        }
    }
}

std::atomic<FileCalls *> replacement{nullptr};

}  // namespace

ssize_t FileCalls::preadv(int fd, const struct iovec *iov, int niov,
                          off_t offset)
{
    return result_of([=] { return ::preadv(fd, iov, niov, offset); });
}

ssize_t FileCalls::pwritev(int fd, const struct iovec *iov, int niov,
                           off_t offset, int rwf)
{
    return result_of([=] { return ::pwritev2(fd, iov, niov, offset, rwf); });
}

int FileCalls::fdatasync(int fd)
{
    return result_of([=] { return ::fdatasync(fd); });
}

int FileCalls::fallocate(int fd, int mode, off_t offset, off_t bytes)
{
    return result_of([=] { return ::fallocate(fd, mode, offset, bytes); });
}

int FileCalls::ftruncate(int fd, off_t length)
{
    return result_of([=] { return ::ftruncate(fd, length); });
}

FileCalls *file_calls_current()
{
    static FileCalls *const system = new FileCalls;
    // Pairs with the store below: the replacement is complete.
    FileCalls *calls = replacement.load(std::memory_order_acquire);

    return calls ? calls : system;
}

void file_calls_replace(FileCalls *calls)
{
    replacement.store(calls, std::memory_order_release);
}
