// One request: its place in the file and its memory, which lies in pieces, not
// in order, with guards between them.
//
// Thread: one.

#ifndef TESTS_SMOKE_SMOKE_REQUEST_H
#define TESTS_SMOKE_SMOKE_REQUEST_H

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/smoke/smoke_file.h"

extern "C" {
#include "block/raw-aio.h"
}

namespace laio {

class SmokePlay;

class SmokeRequest {
 public:
    // Memory for `blocks` of `file` at block `first_block`, in `pieces` parts
    // at most. A write's has what generation `salt` has there.
    //
    //   type  QEMU_AIO_READ or QEMU_AIO_WRITE
    // Keeps:    `file`, which must outlive it.
    SmokeRequest(const SmokeFile &file, int type, uint64_t first_block,
                 size_t blocks, size_t pieces, uint32_t salt);
    ~SmokeRequest();
    SmokeRequest(const SmokeRequest &) = delete;
    SmokeRequest &operator=(const SmokeRequest &) = delete;

    int type() const { return type_; }
    uint64_t offset_bytes() const { return offset_bytes_; }
    size_t bytes() const { return bytes_; }
    uint32_t salt() const { return salt_; }
    QEMUIOVector *qiov() { return &qiov_; }
    // `the read of 4096 bytes at 8192`.
    std::string Text() const;

    // Whether the request is over, once and well, and its memory as it must be:
    // zeros where a read found the end of the file.
    //
    // Returns:  what is wrong, in words; empty when all is well.
    std::string Check() const;

    // What became of it.
    int ends = 0;  // times that it ended
    int ret = -EINPROGRESS;

    SmokePlay *play = nullptr;     // that runs it
    SmokeRequest *next = nullptr;  // to be started when this one ends

 private:
    bool IsSuccess() const;
    std::string CheckGuards() const;

    const SmokeFile &file_;
    const int type_;
    const uint64_t offset_bytes_;
    const size_t bytes_;
    const uint32_t salt_;
    unsigned char *memory_ = nullptr;
    size_t memory_bytes_ = 0;
    std::vector<bool> is_data_;  // of each block of memory
    QEMUIOVector qiov_;
};

}  // namespace laio

#endif  // TESTS_SMOKE_SMOKE_REQUEST_H
