// Vectors over sockets.

#include <sys/socket.h>

#include <algorithm>

#include "qemu/iov.h"

// One system call. Returns: what it returned; errno tells why -1.
static ssize_t transfer_once(int sockfd, const struct iovec *iov,
                             unsigned int iov_cnt, size_t offset,
                             size_t bytes, bool do_send)
{
    struct iovec part[IOV_MAX];
    unsigned int count =
        iov_copy(part, std::min(iov_cnt, unsigned{IOV_MAX}), iov, iov_cnt,
                 offset, bytes);
    struct msghdr msg = {};

    msg.msg_iov = part;
    msg.msg_iovlen = count;
    return RETRY_ON_EINTR(do_send ? sendmsg(sockfd, &msg, 0)
                                  : recvmsg(sockfd, &msg, 0));
}

ssize_t iov_send_recv(int sockfd, const struct iovec *iov,
                      unsigned int iov_cnt, size_t offset, size_t bytes,
                      bool do_send)
{
    size_t size = iov_size(iov, iov_cnt);
    size_t done = 0;

    bytes = std::min(bytes, size - std::min(offset, size));
    while (done < bytes) {
        ssize_t ret = transfer_once(sockfd, iov, iov_cnt, offset + done,
                                    bytes - done, do_send);
        if (ret < 0) {
            return done ? static_cast<ssize_t>(done) : -1;
        }
        if (ret == 0) {
            break;
        }
        done += static_cast<size_t>(ret);
    }
    return static_cast<ssize_t>(done);
}
