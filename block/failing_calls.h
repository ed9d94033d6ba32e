// The system's calls, watched by a test, some of which fail.

#ifndef BLOCK_FAILING_CALLS_H
#define BLOCK_FAILING_CALLS_H

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <functional>

#include "block/file_calls.h"

// In force as long as it lives.
struct FailingCalls : FileCalls {
    std::atomic<int> fallocate_result{0};  // instead, unless 0
    std::atomic<int> fdatasync_result{0};
    std::atomic<int> dsync_result{0};      // of pwritev() with RWF_DSYNC
    // Of a transfer there, instead of making it, unless 0.
    std::function<int(off_t offset)> result_at;
    std::atomic<size_t> most{SIZE_MAX};    // bytes that one call transfers
    std::atomic<int> syncs{0}, dsyncs{0}, transfers{0};

    FailingCalls() { file_calls_replace(this); }
    ~FailingCalls() override { file_calls_replace(nullptr); }

    ssize_t preadv(int fd, const iovec *iov, int niov, off_t offset) override
    {
        transfers++;
        if (const int result = result_at ? result_at(offset) : 0) {
            return result;
        }
        const iovec first = {iov->iov_base, std::min(iov->iov_len, +most)};
        return most == SIZE_MAX ? FileCalls::preadv(fd, iov, niov, offset)
                                : FileCalls::preadv(fd, &first, 1, offset);
    }
    ssize_t pwritev(int fd, const iovec *iov, int niov, off_t offset,
                    int rwf) override
    {
        transfers++;
        dsyncs += rwf != 0;
        if (const int result = result_at ? result_at(offset) : 0) {
            return result;
        }
        if (rwf != 0 && dsync_result != 0) {
            return dsync_result;
        }
        const iovec first = {iov->iov_base, std::min(iov->iov_len, +most)};
        return most == SIZE_MAX
                   ? FileCalls::pwritev(fd, iov, niov, offset, rwf)
                   : FileCalls::pwritev(fd, &first, most != 0, offset, rwf);
    }
    int fdatasync(int fd) override
    {
        syncs++;
        return fdatasync_result != 0 ? +fdatasync_result
                                     : FileCalls::fdatasync(fd);
    }
    int fallocate(int fd, int mode, off_t offset, off_t bytes) override
    {
        return fallocate_result != 0
                   ? +fallocate_result
                   : FileCalls::fallocate(fd, mode, offset, bytes);
    }
};

#endif  // BLOCK_FAILING_CALLS_H
