// Requests on a file as blocking calls in threads of the pool: where there is
// no Linux AIO, and for what it cannot do.

#ifndef BLOCK_RAW_THREADS_H
#define BLOCK_RAW_THREADS_H

#include <cstdint>

#include "block/block.h"

// Transfers qiov->size bytes; what the kernel leaves undone is asked for
// again. What is missing behind the end of the file reads as zeros.
//
//   type  QEMU_AIO_READ or QEMU_AIO_WRITE
//   rwf   RWF_DSYNC or 0
// Returns:  0 or -errno; -EOPNOTSUPP when the file system knows no `rwf`.
// Thread:   home only, in a coroutine; as for all here.
int coroutine_fn raw_thread_transfer(int fd, int type, uint64_t offset,
                                     QEMUIOVector *qiov, int rwf);

int coroutine_fn raw_thread_fdatasync(int fd);

//   mode  FALLOC_FL_*
int coroutine_fn raw_thread_fallocate(int fd, int mode, uint64_t offset,
                                      uint64_t bytes);

int coroutine_fn raw_thread_ftruncate(int fd, int64_t length);

#endif  // BLOCK_RAW_THREADS_H
