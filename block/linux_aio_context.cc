#include "block/linux_aio_context.h"

#include "block/linux_aio.h"
#include "util/aio_context_end.h"

static void end_linux_aio(void *opaque)
{
    auto *ctx = static_cast<AioContext *>(opaque);

    if (ctx->linux_aio) {
        laio_cleanup(ctx->linux_aio);
        ctx->linux_aio = nullptr;
    }
}

LinuxAioState *aio_setup_linux_aio(AioContext *ctx, Error **errp)
{
    if (ctx->linux_aio) {
        return ctx->linux_aio;
    }
    LinuxAioState *s = laio_init(errp);
    if (!s) {
        return nullptr;
    }
    laio_attach_aio_context(s, ctx);
    aio_set_linux_aio(ctx, s);
    aio_context_at_end(ctx, end_linux_aio, ctx);
    return s;
}
