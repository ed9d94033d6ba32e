#include <gtest/gtest.h>

#include <string>

#include "qemu/iov.h"
#include "qemu/sockets.h"

namespace {

class IovSocketTest : public testing::Test {
 protected:
    IovSocketTest()
    {
        EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
        qemu_set_nonblock(fds[0]);
        qemu_set_nonblock(fds[1]);
    }
    ~IovSocketTest() override
    {
        close(fds[0]);
        close(fds[1]);
    }
    int fds[2];
    char out[7] = "abcdef";
    char in[7] = "------";
    struct iovec from[3] = {{out, 1}, {out + 1, 3}, {out + 4, 2}};
    struct iovec to[2] = {{in, 4}, {in + 4, 2}};
};

TEST_F(IovSocketTest, PartOfOneVectorArrivesInPartOfAnother)
{
    EXPECT_EQ(iov_send(fds[0], from, 3, 1, 4), 4);
    EXPECT_EQ(iov_recv(fds[1], to, 2, 2, 4), 4);
    EXPECT_STREQ(in, "--bcde");
}

TEST_F(IovSocketTest, WhatIsThereIsReceivedThoughMoreWasAskedFor)
{
    iov_send(fds[0], from, 3, 0, 2);
    EXPECT_EQ(iov_recv(fds[1], to, 2, 0, 6), 2);
    EXPECT_EQ(iov_recv(fds[1], to, 2, 0, 6), -1);
    EXPECT_EQ(errno, EAGAIN);
}

TEST_F(IovSocketTest, EndOfTheStreamIsZero)
{
    shutdown(fds[0], SHUT_WR);
    EXPECT_EQ(iov_recv(fds[1], to, 2, 0, 6), 0);
}

TEST_F(IovSocketTest, NothingBeyondTheEndOfTheVector)
{
    EXPECT_EQ(iov_send(fds[0], from, 3, 6, 1), 0);
    EXPECT_EQ(iov_send(fds[0], from, 3, 5, 100), 1);
}

}  // namespace
