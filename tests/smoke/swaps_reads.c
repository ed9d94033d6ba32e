/* A subject that gives two reads of one batch each other's bytes. */

#include "qemu/osdep.h"

#include <libaio.h>

static int submit_swapped(io_context_t ctx, long nr, struct iocb **iocbs)
{
    for (long i = 0; i + 1 < nr; i++) {
        struct iocb *a = iocbs[i];
        struct iocb *b = iocbs[i + 1];
        long long offset = a->u.v.offset;

        if (a->aio_lio_opcode == IO_CMD_PREADV &&
            b->aio_lio_opcode == IO_CMD_PREADV) {
            a->u.v.offset = b->u.v.offset;
            b->u.v.offset = offset;
            break;
        }
    }
    return io_submit(ctx, nr, iocbs);
}

#define io_submit submit_swapped

#include "block/subjects/getevents.c"
