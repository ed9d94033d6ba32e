// An open file or device, and requests on it as the kernel takes them: whole
// blocks from aligned memory. Below block_backend.h.
//
// Owned by a BlockBackend. Requests of several threads may be under way.

#ifndef BLOCK_RAW_FILE_H
#define BLOCK_RAW_FILE_H

#include <atomic>
#include <cstdint>

#include "block/block_backend.h"

struct RawFile {
    int fd = -1;
    bool writable = false;
    bool is_device = false;
    BlockLimits limits;
    uint64_t max_batch = 0;
    std::atomic<int64_t> length{0};  // bytes

    // What turned out not to work is not tried again.
    std::atomic<bool> native{false};  // Linux AIO, else threads
    std::atomic<bool> native_flush{true};
    std::atomic<bool> fua{true};
    std::atomic<bool> zero_range{true};
    std::atomic<bool> punch_hole{true};

    // Of the first flush that failed: nobody knows what was lost, and the
    // kernel tells of it once only.
    std::atomic<int> flush_error{0};
};

// Fills in `file`.
//
// Returns:  false with `errp` set, and there is nothing to close.
// Thread:   as blk_open().
bool raw_file_open(RawFile *file, const char *path,
                   const BlockOpenOptions &options, Error **errp);

// Thread: any.
void raw_file_close(RawFile *file);

// Returns:  the state of this thread's context, made if there is none; NULL
//           when requests are for threads.
// Thread:   home only.
LinuxAioState *raw_file_linux_aio(RawFile *file);

// Transfers qiov->size bytes, which block_is_aligned().
//
//   type   QEMU_AIO_READ or QEMU_AIO_WRITE
//   flags  BDRV_REQ_FUA or 0
// Returns:  0 or -errno.
// Thread:   home only, in a coroutine; as for all below.
int coroutine_fn raw_co_transfer(RawFile *file, int type, uint64_t offset,
                                 QEMUIOVector *qiov, BdrvRequestFlags flags);
int coroutine_fn raw_co_flush(RawFile *file);

// Without writing them. Returns: -ENOTSUP when zeros have to be written.
int coroutine_fn raw_co_zero_range(RawFile *file, uint64_t offset,
                                   uint64_t bytes);
int coroutine_fn raw_co_discard(RawFile *file, uint64_t offset,
                                uint64_t bytes);
int coroutine_fn raw_co_truncate(RawFile *file, int64_t length);

#endif  // BLOCK_RAW_FILE_H
