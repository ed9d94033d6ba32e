#include "block/raw_threads.h"

#include <vector>

#include "block/file_calls.h"
#include "block/raw-aio.h"
#include "block/thread-pool.h"

namespace {

struct Transfer {
    int fd;
    int type;
    uint64_t offset;
    QEMUIOVector *qiov;
    int rwf;
};

// Runs a function of the caller's in a thread of the pool.
template <typename Work>
int coroutine_fn run_in_thread(Work work)
{
    return thread_pool_submit_co(
        [](void *opaque) { return (*static_cast<Work *>(opaque))(); }, &work);
}

}  // namespace

// One call, for what is left behind `done`.
//
//   rest  memory for a vector of it
static ssize_t transfer_rest(const Transfer &t, size_t done,
                             std::vector<struct iovec> *rest)
{
    const struct iovec *iov = t.qiov->iov;
    int niov = t.qiov->niov;
    const auto offset = static_cast<off_t>(t.offset + done);

    if (done > 0) {
        rest->resize(niov);
        niov = static_cast<int>(iov_copy(rest->data(), niov, iov, niov, done,
                                         t.qiov->size - done));
        iov = rest->data();
    }
    FileCalls *calls = file_calls_current();
    return t.type == QEMU_AIO_READ
               ? calls->preadv(t.fd, iov, niov, offset)
               : calls->pwritev(t.fd, iov, niov, offset, t.rwf);
}

static int transfer_all(const Transfer &t)
{
    std::vector<struct iovec> rest;
    size_t done = 0;

    while (done < t.qiov->size) {
        const ssize_t ret = transfer_rest(t, done, &rest);
        // Direct I/O cannot go on where the file ends: it is misaligned.
        const bool at_end = ret == 0 || (ret == -EINVAL && done > 0);

        if (at_end && t.type == QEMU_AIO_READ) {
            qemu_iovec_memset(t.qiov, done, 0, t.qiov->size - done);
            return 0;
        }
        if (at_end) {
            return -ENOSPC;
        }
        if (ret < 0) {
            return static_cast<int>(ret);
        }
        done += ret;
    }
    return 0;
}

int coroutine_fn raw_thread_transfer(int fd, int type, uint64_t offset,
                                     QEMUIOVector *qiov, int rwf)
{
    const Transfer transfer = {fd, type, offset, qiov, rwf};

    return run_in_thread([&] { return transfer_all(transfer); });
}

int coroutine_fn raw_thread_fdatasync(int fd)
{
    return run_in_thread(
        [=] { return file_calls_current()->fdatasync(fd); });
}

int coroutine_fn raw_thread_fallocate(int fd, int mode, uint64_t offset,
                                      uint64_t bytes)
{
    return run_in_thread([=] {
        return file_calls_current()->fallocate(
            fd, mode, static_cast<off_t>(offset), static_cast<off_t>(bytes));
    });
}

int coroutine_fn raw_thread_ftruncate(int fd, int64_t length)
{
    return run_in_thread(
        [=] { return file_calls_current()->ftruncate(fd, length); });
}
