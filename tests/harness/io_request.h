// One request as its caller sees it: the memory, and what became of it.
//
// Owned by a World. Thread: the home thread.

#ifndef TESTS_HARNESS_IO_REQUEST_H
#define TESTS_HARNESS_IO_REQUEST_H

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "tests/fake_kernel/fake_kernel.h"

extern "C" {
#include "block/raw-aio.h"
}

namespace laio {

class World;

class IoRequest {
 public:
    // Memory of `bytes` in two parts, filled as the direction needs it: a
    // write with the bytes of its place in the file.
    //
    //   type   QEMU_AIO_READ or QEMU_AIO_WRITE
    //   bytes  a multiple of 512, at most kRequestStride
    IoRequest(int id, int type, size_t bytes);
    ~IoRequest();
    IoRequest(const IoRequest &) = delete;
    IoRequest &operator=(const IoRequest &) = delete;

    int id() const { return id_; }
    int type() const { return type_; }
    size_t bytes() const { return bytes_; }
    long long offset_bytes() const;
    QEMUIOVector *qiov() { return &qiov_; }
    // `read 1 (512 bytes)`.
    std::string Text() const;
    // What its memory holds now.
    std::vector<unsigned char> Data() const;

    // What of it is not transferred yet.
    Transfer Rest() const;

    // The kernel finished it, or a part of it, with `res`.
    void Finished(long res);

    // Whether `ret` and the memory are what the kernel's results imply.
    // Returns:  the promise that is broken; empty when none is.
    std::string Check(int ret) const;

    // What became of it; the World keeps these.
    bool accepted = true;   // false: its submission was refused
    bool done = false;
    bool cancelled = false;  // its cancellation was asked for
    int ret = 0;             // once done
    BlockAIOCB *acb = nullptr;
    std::function<void()> callback;
    World *world = nullptr;
    AioContext *home = nullptr;  // of the thread that submitted it

 private:
    static constexpr size_t kGuard = 64;

    std::string CheckResult(int ret) const;
    std::string CheckMemory(int ret) const;

    const int id_;
    const int type_;
    const size_t bytes_;
    std::vector<unsigned char> memory_;  // guard, data, guard
    QEMUIOVector qiov_;
    size_t transferred_ = 0;
    long last_res_ = 0;
    bool finished_ = false;
};

}  // namespace laio

#endif  // TESTS_HARNESS_IO_REQUEST_H
