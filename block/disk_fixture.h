// What the tests of the raw driver share: a loop, a watched kernel, a file and
// a disk on it.

#ifndef BLOCK_DISK_FIXTURE_H
#define BLOCK_DISK_FIXTURE_H

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "block/block_backend.h"
#include "block/watched_kernel.h"
#include "qapi/error.h"

// How a disk is opened, with a name for the test.
struct DiskKind {
    const char *name;
    BlockOpenOptions options;
    // The kernel insists on the alignment that is asked for, as a device does.
    bool strict = false;
};

// For what GoogleTest says of a failed test.
inline void PrintTo(const DiskKind &kind, std::ostream *out)
{
    *out << kind.name;
}

// Byte `i` of what a test writes; neighbours and blocks differ.
inline char PatternByte(uint64_t i, unsigned generation = 0)
{
    return static_cast<char>(i * 7 + i / 509 * 3 + generation * 31 + 1);
}

class DiskTest : public ::testing::Test {
 protected:
    void SetUp() override
    {
        io_kernel_replace(&kernel_);
        ctx_ = aio_context_new(&error_abort);
        qemu_set_current_aio_context(ctx_);
        path_ = std::string(std::getenv("TEST_TMPDIR")) + "/disk-XXXXXX";
        const int fd = mkstemp(path_.data());
        ASSERT_GE(fd, 0);
        close(fd);
    }

    void TearDown() override
    {
        if (blk_ != nullptr) {
            blk_close(blk_);
        }
        qemu_set_current_aio_context(nullptr);
        aio_context_unref(ctx_);
        unlink(path_.c_str());
        io_kernel_replace(nullptr);
    }

    // Gives the file this length, filled with PatternByte().
    void FillFile(size_t bytes)
    {
        model_.resize(bytes);
        for (size_t i = 0; i < bytes; i++) {
            model_[i] = PatternByte(i);
        }
        const int fd = open(path_.c_str(), O_WRONLY | O_TRUNC);
        ASSERT_EQ(write(fd, model_.data(), bytes),
                  static_cast<ssize_t>(bytes));
        ASSERT_EQ(fsync(fd), 0);
        close(fd);
    }

    std::vector<char> FileBytes() const
    {
        const int fd = open(path_.c_str(), O_RDONLY);
        std::vector<char> bytes(lseek(fd, 0, SEEK_END));
        EXPECT_EQ(pread(fd, bytes.data(), bytes.size(), 0),
                  static_cast<ssize_t>(bytes.size()));
        close(fd);
        return bytes;
    }

    // False, with the test skipped, where such a disk cannot be.
    bool Open(const BlockOpenOptions &options)
    {
        Error *error = nullptr;
        blk_ = blk_open(path_.c_str(), options, &error);
        if (blk_ != nullptr) {
            return true;
        }
        const std::string why = error_get_pretty(error);
        error_free(error);
        Skip(why);
        return false;
    }

    void PollUntil(const std::function<bool()> &done)
    {
        while (!done()) {
            aio_poll(ctx_, true);
        }
    }

    WatchedKernel kernel_;
    AioContext *ctx_ = nullptr;
    std::string path_;
    std::vector<char> model_;
    BlockBackend *blk_ = nullptr;

 private:
    static void Skip(const std::string &why) { GTEST_SKIP() << why; }
};

// A request in callback form, and what came of it.
struct Pending {
    QEMUIOVector qiov = {};
    int result = -EINPROGRESS;
    int calls = 0;

    static void Done(void *opaque, int ret)
    {
        auto *pending = static_cast<Pending *>(opaque);
        pending->result = ret;
        pending->calls++;
    }
};

#endif  // BLOCK_DISK_FIXTURE_H
