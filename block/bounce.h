// Transfers that the kernel would refuse as they are, in pieces through
// aligned memory.

#ifndef BLOCK_BOUNCE_H
#define BLOCK_BOUNCE_H

#include <cstdint>
#include <mutex>
#include <vector>

#include "block/raw_file.h"

// Buffers that are kept for the next transfer. Any thread.
struct BouncePool {
    std::mutex lock;
    std::vector<void *> idle;

    ~BouncePool();
};

// Reads any range of the file.
//
// Returns:  0 or -errno; -ENOMEM when there is no buffer.
// Thread:   home only, in a coroutine; as for all here.
int coroutine_fn bounce_read(BouncePool *pool, RawFile *file, uint64_t offset,
                             QEMUIOVector *qiov);

// Writes any range of the file. Of blocks that it covers in part the rest is
// read first and written back; a file whose last block is incomplete keeps its
// length.
//
//   qiov      NULL writes zeros
//   flags     BDRV_REQ_FUA or 0
// Requires: no other write to these blocks is under way.
int coroutine_fn bounce_write(BouncePool *pool, RawFile *file,
                              uint64_t offset, uint64_t bytes,
                              QEMUIOVector *qiov, BdrvRequestFlags flags);

#endif  // BLOCK_BOUNCE_H
