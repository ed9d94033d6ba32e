#include "block/raw_file.h"

#include <fcntl.h>
#include <linux/falloc.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "block/linux_aio.h"
#include "block/linux_aio_context.h"
#include "block/raw-aio.h"
#include "block/raw_threads.h"

// Returns:  the descriptor, or -1 with `errp` set.
static int open_path(const char *path, const BlockOpenOptions &options,
                     Error **errp)
{
    // Else opening a pipe would wait for its other end.
    const int fd = open(path, (options.writable ? O_RDWR : O_RDONLY) |
                                  (options.direct ? O_DIRECT : 0) |
                                  O_CLOEXEC | O_NONBLOCK);

    if (fd < 0 && errno == EINVAL && options.direct) {
        error_setg_errno(errp, errno,
                         "cannot open '%s' for direct I/O: its file system "
                         "may have none; use the page cache", path);
    } else if (fd < 0) {
        error_setg_errno(errp, errno, "cannot open '%s' for %s", path,
                         options.writable ? "writing" : "reading");
    } else {
        fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
    }
    return fd;
}

// Finds out what kind of file it is, and its length.
static bool look_at(RawFile *file, const char *path, Error **errp)
{
    struct stat st;

    if (fstat(file->fd, &st) < 0) {
        error_setg_errno(errp, errno, "cannot look at '%s'", path);
        return false;
    }
    file->is_device = S_ISBLK(st.st_mode);
    if (!file->is_device && !S_ISREG(st.st_mode)) {
        error_setg(errp, "cannot use '%s' as a disk: it is neither a regular "
                   "file nor a block device", path);
        return false;
    }
    const off_t end = lseek(file->fd, 0, SEEK_END);
    if (end < 0) {
        error_setg_errno(errp, errno, "cannot find the end of '%s'", path);
        return false;
    }
    file->length = end;
    return true;
}

static bool choose_engine(RawFile *file, const BlockOpenOptions &options,
                          Error **errp)
{
    const bool wanted = options.aio == BLOCK_AIO_NATIVE ||
                        (options.aio == BLOCK_AIO_AUTO && options.direct);
    AioContext *ctx = qemu_get_current_aio_context();

    if (!wanted) {
        return true;
    }
    if (options.aio == BLOCK_AIO_NATIVE && !aio_setup_linux_aio(ctx, errp)) {
        return false;
    }
    file->native = true;
    file->fua = laio_has_fua();
    return true;
}

bool raw_file_open(RawFile *file, const char *path,
                   const BlockOpenOptions &options, Error **errp)
{
    file->fd = open_path(path, options, errp);
    if (file->fd < 0) {
        return false;
    }
    file->writable = options.writable;
    file->max_batch = options.max_batch;
    if (!look_at(file, path, errp) || !choose_engine(file, options, errp)) {
        raw_file_close(file);
        return false;
    }
    file->limits = block_probe_limits(file->fd, options.direct);
    file->limits.request_alignment = std::max(file->limits.request_alignment,
                                              options.request_alignment);
    return true;
}

void raw_file_close(RawFile *file)
{
    close(file->fd);
    file->fd = -1;
}

LinuxAioState *raw_file_linux_aio(RawFile *file)
{
    if (!file->native.load(std::memory_order_relaxed)) {
        return nullptr;
    }
    AioContext *ctx = qemu_get_current_aio_context();
    if (likely(ctx->linux_aio)) {
        return ctx->linux_aio;
    }
    LinuxAioState *s = aio_setup_linux_aio(ctx, nullptr);
    if (!s) {
        // The kernel has no room for another context: threads from now on.
        file->native = false;
    }
    return s;
}

// Whether a call says that it is not there, or not for such a file or range.
static bool means_unsupported(int ret)
{
    return ret == -EOPNOTSUPP || ret == -ENOSYS || ret == -EINVAL ||
           ret == -ENODEV || ret == -ENOTTY;
}

static int coroutine_fn transfer_once(RawFile *file, int type,
                                      uint64_t offset, QEMUIOVector *qiov,
                                      BdrvRequestFlags flags)
{
    if (LinuxAioState *s = raw_file_linux_aio(file)) {
        return laio_co_submit_flags(nullptr, s, file->fd, offset, qiov, type,
                                    flags, file->max_batch);
    }
    return raw_thread_transfer(file->fd, type, offset, qiov,
                               flags & BDRV_REQ_FUA ? RWF_DSYNC : 0);
}

int coroutine_fn raw_co_transfer(RawFile *file, int type, uint64_t offset,
                                 QEMUIOVector *qiov, BdrvRequestFlags flags)
{
    const bool fua = flags & BDRV_REQ_FUA;

    if (!fua || file->fua) {
        const int ret = transfer_once(file, type, offset, qiov, flags);
        if (!fua || ret != -EOPNOTSUPP) {
            return ret;
        }
        file->fua = false;
    }
    const int ret = transfer_once(file, type, offset, qiov,
                                  BdrvRequestFlags());
    return ret < 0 ? ret : raw_co_flush(file);
}

static int coroutine_fn flush_once(RawFile *file)
{
    LinuxAioState *s = raw_file_linux_aio(file);

    if (s && file->native_flush) {
        const int ret = laio_co_submit(nullptr, s, file->fd, 0, nullptr,
                                       QEMU_AIO_FLUSH, 0);
        if (ret != -EINVAL) {
            return ret;
        }
        // Not asked before: laio_has_fdsync() waits for a flush, and longer
        // for its context.
        file->native_flush = false;
    }
    return raw_thread_fdatasync(file->fd);
}

int coroutine_fn raw_co_flush(RawFile *file)
{
    if (!file->writable) {
        return 0;
    }
    const int ret = flush_once(file);
    int none = 0;
    if (ret < 0) {
        file->flush_error.compare_exchange_strong(none, ret);
    }
    return file->flush_error;
}

// Returns:  -ENOTSUP where fallocate() does not do this.
static int coroutine_fn fallocate_if(RawFile *file, std::atomic<bool> *works,
                                     int mode, uint64_t offset,
                                     uint64_t bytes)
{
    if (!*works) {
        return -ENOTSUP;
    }
    const int ret = raw_thread_fallocate(
        file->fd, mode | FALLOC_FL_KEEP_SIZE, offset, bytes);
    if (ret == -EOPNOTSUPP || ret == -ENOSYS) {
        *works = false;
    }
    // Another range may be right.
    return means_unsupported(ret) ? -ENOTSUP : ret;
}

int coroutine_fn raw_co_zero_range(RawFile *file, uint64_t offset,
                                   uint64_t bytes)
{
    const int ret = fallocate_if(file, &file->zero_range,
                                 FALLOC_FL_ZERO_RANGE, offset, bytes);

    if (ret != -ENOTSUP) {
        return ret;
    }
    return fallocate_if(file, &file->punch_hole, FALLOC_FL_PUNCH_HOLE, offset,
                        bytes);
}

int coroutine_fn raw_co_discard(RawFile *file, uint64_t offset,
                                uint64_t bytes)
{
    const int ret = fallocate_if(file, &file->punch_hole,
                                 FALLOC_FL_PUNCH_HOLE, offset, bytes);

    return ret == -ENOTSUP ? 0 : ret;
}

int coroutine_fn raw_co_truncate(RawFile *file, int64_t length)
{
    if (file->is_device) {
        return -ENOTSUP;
    }
    const int ret = raw_thread_ftruncate(file->fd, length);
    if (ret == 0) {
        file->length = length;
    }
    return ret;
}
