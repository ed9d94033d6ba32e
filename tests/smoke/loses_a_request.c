/* A subject that forgets its tenth request. */

#include "qemu/osdep.h"

#include <libaio.h>

static int submit_most(io_context_t ctx, long nr, struct iocb **iocbs)
{
    static int submitted;
    int taken = 0;

    for (long i = 0; i < nr; i++) {
        if (++submitted == 10) {
            taken++;
            continue;
        }
        if (io_submit(ctx, 1, &iocbs[i]) != 1) {
            break;
        }
        taken++;
    }
    return taken;
}

#define io_submit submit_most

#include "block/subjects/getevents.c"
