// A disk, and one request on it as a value: what block_backend.cc and
// block_aio.cc share.

#ifndef BLOCK_BLOCK_REQUEST_H
#define BLOCK_BLOCK_REQUEST_H

#include "block/block_backend.h"
#include "block/bounce.h"
#include "block/raw_file.h"
#include "block/tracked_requests.h"

struct BlockBackend {
    RawFile file;
    TrackedRequests writes;
    BouncePool bounce;
};

enum BlockOp {
    BLOCK_READ,
    BLOCK_WRITE,
    BLOCK_WRITE_ZEROES,
    BLOCK_DISCARD,
    BLOCK_FLUSH,
    BLOCK_TRUNCATE,  // to `bytes`
};

struct BlockRequest {
    BlockBackend *blk;
    BlockOp op;
    int64_t offset;
    int64_t bytes;
    QEMUIOVector *qiov;  // NULL unless it transfers
    BdrvRequestFlags flags;
};

// Returns:  0 or -errno when it is not to be begun at all.
// Thread:   any.
int block_request_check(const BlockRequest *request);

// Whether the range it writes has to be written back in part: see
// tracked_requests.h, whose members are set.
// Thread: any.
void block_request_track(const BlockRequest *request, TrackedRequest *tracked);

// Performs it.
//
// Returns:  its result.
// Thread:   home only, in a coroutine.
int coroutine_fn block_request_perform(const BlockRequest *request);

#endif  // BLOCK_BLOCK_REQUEST_H
