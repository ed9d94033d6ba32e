/* A subject that puts each write 4 KiB behind its place. */

#include "qemu/osdep.h"

#include <libaio.h>

static void prepare_moved(struct iocb *iocb, int fd, const struct iovec *iov,
                          int iovcnt, long long offset)
{
    io_prep_pwritev(iocb, fd, iov, iovcnt, offset + 4096);
}

#define io_prep_pwritev prepare_moved

#include "block/subjects/getevents.c"
