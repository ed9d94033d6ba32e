// A disk that is really full, on a small file system of the test's own.

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <string>
#include <vector>

#include <sched.h>

#include "block/disk_fixture.h"

namespace {

constexpr BdrvRequestFlags kNone{};
constexpr int kBlock = 65536;

void WriteText(const char *path, const std::string &text)
{
    std::ofstream(path) << text;
}

// In a mount namespace of this process only.
bool MountSmallFileSystem(const std::string &folder)
{
    const std::string uid = std::to_string(getuid());
    const std::string gid = std::to_string(getgid());
    if (unshare(CLONE_NEWNS) != 0) {
        if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
            return false;
        }
        WriteText("/proc/self/setgroups", "deny");
        WriteText("/proc/self/uid_map", "0 " + uid + " 1");
        WriteText("/proc/self/gid_map", "0 " + gid + " 1");
    }
    mkdir(folder.c_str(), 0700);
    return mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           mount("small", folder.c_str(), "tmpfs", 0, "size=1m") == 0;
}

class DiskFullTest : public ::testing::TestWithParam<BlockAio> {
 protected:
    void SetUp() override
    {
        ctx_ = aio_context_new(&error_abort);
        qemu_set_current_aio_context(ctx_);
    }
    void TearDown() override
    {
        if (blk_ != nullptr) {
            blk_close(blk_);
        }
        qemu_set_current_aio_context(nullptr);
        aio_context_unref(ctx_);
        unlink(path_.c_str());
    }

    void OpenDisk(const std::string &path, off_t length)
    {
        path_ = path;
        close(open(path.c_str(), O_RDWR | O_CREAT, 0600));
        ASSERT_EQ(truncate(path.c_str(), length), 0);
        Error *error = nullptr;
        blk_ = blk_open(path.c_str(), {.writable = true, .aio = GetParam()},
                        &error);
        if (blk_ == nullptr) {
            const std::string why = error_get_pretty(error);
            error_free(error);
            GTEST_SKIP() << why;
        }
    }

    // Writes all of it, a block per request, all at once.
    std::vector<Pending> WriteAll(int blocks)
    {
        static const std::vector<char> data(kBlock, 'd');
        std::vector<Pending> all(blocks);
        for (int i = 0; i < blocks; i++) {
            qemu_iovec_init_buf(&all[i].qiov, const_cast<char *>(data.data()),
                                kBlock);
            blk_aio_pwritev(blk_, int64_t{i} * kBlock, &all[i].qiov, kNone,
                            Pending::Done, &all[i]);
        }
        for (const Pending &pending : all) {
            while (pending.calls == 0) {
                aio_poll(ctx_, true);
            }
        }
        return all;
    }

    AioContext *ctx_ = nullptr;
    BlockBackend *blk_ = nullptr;
    std::string path_;
};

TEST_P(DiskFullTest, WritesBehindTheLimitFailAndTheOthersDoNot)
{
    // Of 32 blocks on a file system for 16.
    static const std::string folder =
        std::string(std::getenv("TEST_TMPDIR")) + "/small";
    static const bool mounted = MountSmallFileSystem(folder);
    if (!mounted) {
        GTEST_SKIP() << "nothing may be mounted here";
    }
    OpenDisk(folder + "/disk", 32 * kBlock);
    if (blk_ == nullptr) {
        return;
    }
    int written = 0;
    for (const Pending &pending : WriteAll(32)) {
        EXPECT_TRUE(pending.result == 0 || pending.result == -ENOSPC)
            << pending.result;
        written += pending.result == 0;
    }
    EXPECT_GE(written, 8);
    EXPECT_LE(written, 16);
    char byte = 0;
    EXPECT_EQ(blk_pread(blk_, 0, 1, &byte, kNone), 0);
    EXPECT_EQ(blk_pdiscard(blk_, 0, 32 * kBlock), 0);
    EXPECT_EQ(WriteAll(1)[0].result, 0) << "there is room again";
}

TEST_P(DiskFullTest, WritesBehindTheProcessesLimitFailAndTheOthersDoNot)
{
    signal(SIGXFSZ, SIG_IGN);
    OpenDisk(std::string(std::getenv("TEST_TMPDIR")) + "/limited",
             16 * kBlock);
    if (blk_ == nullptr) {
        return;
    }
    rlimit former;
    getrlimit(RLIMIT_FSIZE, &former);
    const rlimit limit = {8 * kBlock, former.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &limit), 0);
    const std::vector<Pending> all = WriteAll(16);
    setrlimit(RLIMIT_FSIZE, &former);
    for (int i = 0; i < 16; i++) {
        EXPECT_EQ(all[i].result, i < 8 ? 0 : -EFBIG) << i;
    }
    EXPECT_EQ(WriteAll(16)[15].result, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Engines, DiskFullTest,
    ::testing::Values(BLOCK_AIO_NATIVE, BLOCK_AIO_THREADS),
    [](const auto &info) {
        return info.param == BLOCK_AIO_NATIVE ? "Native" : "Threads";
    });

}  // namespace
