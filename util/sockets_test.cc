#include "qemu/sockets.h"

#include <gtest/gtest.h>

namespace {

TEST(SocketsTest, NonBlockingReadSaysTryAgain)
{
    int fds[2];
    char byte;

    ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
    qemu_set_nonblock(fds[0]);
    EXPECT_EQ(read(fds[0], &byte, 1), -1);
    EXPECT_EQ(errno, EAGAIN);
    qemu_set_block(fds[0]);
    EXPECT_EQ(fcntl(fds[0], F_GETFL) & O_NONBLOCK, 0);
    close(fds[0]);
    close(fds[1]);
}

TEST(SocketsDeathTest, ClosedDescriptorAborts)
{
    EXPECT_DEATH(qemu_set_nonblock(-1), "descriptor -1");
}

}  // namespace
