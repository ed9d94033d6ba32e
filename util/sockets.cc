#include "qemu/sockets.h"

#include <cstdio>
#include <cstdlib>

static void change_flags(int fd, int to_clear, int to_set)
{
    int flags = fcntl(fd, F_GETFL);

    if (flags < 0 || fcntl(fd, F_SETFL, (flags & ~to_clear) | to_set) < 0) {
        fprintf(stderr, "cannot change the flags of descriptor %d: %s\n", fd,
                strerror(errno));
        abort();
    }
}

void qemu_set_block(int fd)
{
    change_flags(fd, O_NONBLOCK, 0);
}

void qemu_set_nonblock(int fd)
{
    change_flags(fd, 0, O_NONBLOCK);
}
