#include "tests/harness/io_request.h"

#include <gtest/gtest.h>

#include "tests/fake_kernel/fake_kernel.h"

namespace laio {
namespace {

// As the kernel reads: `bytes` of the file, then zeros to the end.
void FillRead(IoRequest *read, size_t bytes)
{
    qemu_iovec_memset(read->qiov(), 0, 0, read->bytes());
    for (size_t i = 0; i < bytes; i++) {
        qemu_iovec_memset(read->qiov(), i, FileByte(read->offset_bytes() + i),
                          1);
    }
    read->Finished(bytes);
}

TEST(IoRequestTest, WholeReadMustReturnZeroAndTheFilesBytes)
{
    IoRequest read(1, QEMU_AIO_READ, 512);
    FillRead(&read, 512);

    EXPECT_EQ(read.Check(0), "");
    EXPECT_NE(read.Check(512), "");
    qemu_iovec_memset(read.qiov(), 200, 0, 1);
    EXPECT_NE(read.Check(0), "");
}

TEST(IoRequestTest, ShortReadMustSucceedAndEndInZeros)
{
    IoRequest read(1, QEMU_AIO_READ, 512);
    FillRead(&read, 100);

    EXPECT_EQ(read.Check(0), "");
    EXPECT_EQ(read.Check(100), "") << "many versions return the short count";
    EXPECT_NE(read.Check(-EINVAL), "");
    qemu_iovec_memset(read.qiov(), 511, 7, 1);
    EXPECT_EQ(read.Check(0),
              "request 1: byte 511 of 512 is 7 instead of 0");
}

TEST(IoRequestTest, ShortWriteMustFail)
{
    IoRequest write(1, QEMU_AIO_WRITE, 512);
    write.Finished(100);
    EXPECT_EQ(write.Rest(), (Transfer{true, kRequestStride + 100, 412}));

    EXPECT_EQ(write.Check(-ENOSPC), "");
    EXPECT_EQ(write.Check(100),
              "request 1 returned 100 after 100 of 512 bytes");
}

TEST(IoRequestTest, ErrorOfTheKernelIsTheResult)
{
    IoRequest write(1, QEMU_AIO_WRITE, 512);
    write.Finished(-EIO);

    EXPECT_EQ(write.Check(-EIO), "");
    EXPECT_EQ(write.Check(0), "request 1 returned 0, the kernel said -EIO");
}

TEST(IoRequestTest, SuccessWithoutTheKernelIsALie)
{
    IoRequest write(1, QEMU_AIO_WRITE, 512);

    EXPECT_EQ(write.Check(-EINVAL), "");
    EXPECT_EQ(write.Check(0),
              "request 1 returned 0 though the kernel never finished it");
}

TEST(IoRequestTest, MemoryAroundTheRequestIsNobodysToWrite)
{
    IoRequest read(1, QEMU_AIO_READ, 512);
    FillRead(&read, 512);

    static_cast<unsigned char *>(read.qiov()->iov[0].iov_base)[-1] = 0;
    EXPECT_EQ(read.Check(0),
              "request 1: byte -1 of 512 is 0 instead of 238");
}

}  // namespace
}  // namespace laio
