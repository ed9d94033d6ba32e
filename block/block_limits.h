// What requests on a file must look like.

#ifndef BLOCK_BLOCK_LIMITS_H
#define BLOCK_BLOCK_LIMITS_H

#include <cstdint>

#include "qemu/iov.h"

struct BlockLimits {
    // Offsets, lengths and the lengths of buffers are multiples of this, a
    // power of two; 1 where anything goes. Bytes.
    uint32_t request_alignment = 1;
    // Addresses of buffers are. Bytes.
    uint32_t memory_alignment = 1;
};

// Finds the limits of an open file by reading from it.
//
// That tells nothing where there is no data or reading fails, and a file
// system that takes single bytes may do so for this one block only: then the
// limits are those that every device of today accepts, 4,096 bytes.
//
//   direct  it was opened with O_DIRECT
// Thread: any; blocks.
BlockLimits block_probe_limits(int fd, bool direct);

// Whether the kernel takes a transfer of `qiov` at `offset` as it is.
// Thread: any.
bool block_is_aligned(const BlockLimits *limits, uint64_t offset,
                      const QEMUIOVector *qiov);

#endif  // BLOCK_BLOCK_LIMITS_H
