/* A subject that keeps whoever uses it. */

#include "qemu/osdep.h"
#include "block/aio.h"
#include "block/raw-aio.h"
#include "qapi/error.h"

LinuxAioState *laio_init(Error **errp)
{
    for (;;) {
        pause();
    }
}

BlockAIOCB *laio_submit(BlockDriverState *bs, LinuxAioState *s, int fd,
                        int64_t sector_num, QEMUIOVector *qiov,
                        int nb_sectors, BlockCompletionFunc *cb, void *opaque,
                        int type)
{
    return NULL;
}

void laio_attach_aio_context(LinuxAioState *s, AioContext *new_context)
{
}

void laio_detach_aio_context(LinuxAioState *s, AioContext *old_context)
{
}

void laio_cleanup(LinuxAioState *s)
{
}
