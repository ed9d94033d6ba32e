#include "block/block_backend.h"

#include <memory>

#include "block/block_request.h"

static bool options_are_sound(const BlockOpenOptions &options, Error **errp)
{
    constexpr uint32_t kMost = 65536;
    const uint32_t alignment = options.request_alignment;

    if (alignment > kMost || (alignment & (alignment - 1)) != 0) {
        error_setg(errp, "cannot align requests to %u bytes: take a power of "
                   "two up to %u", alignment, kMost);
        return false;
    }
    return true;
}

BlockBackend *blk_open(const char *path, const BlockOpenOptions &options,
                       Error **errp)
{
    auto blk = std::make_unique<BlockBackend>();

    if (!options_are_sound(options, errp) ||
        !raw_file_open(&blk->file, path, options, errp)) {
        return nullptr;
    }
    return blk.release();
}

void blk_close(BlockBackend *blk)
{
    g_assert(QTAILQ_EMPTY(&blk->writes.list));
    raw_file_close(&blk->file);
    delete blk;
}

int64_t blk_getlength(const BlockBackend *blk)
{
    return blk->file.length;
}

bool blk_is_writable(const BlockBackend *blk)
{
    return blk->file.writable;
}

bool blk_is_native(const BlockBackend *blk)
{
    return blk->file.native;
}

const BlockLimits *blk_get_limits(const BlockBackend *blk)
{
    return &blk->file.limits;
}

// Coroutines

static BlockRequest transfer_of(BlockBackend *blk, BlockOp op, int64_t offset,
                                QEMUIOVector *qiov, BdrvRequestFlags flags)
{
    return {blk, op, offset, static_cast<int64_t>(qiov->size), qiov, flags};
}

static int coroutine_fn perform(const BlockRequest &request)
{
    return block_request_perform(&request);
}

int coroutine_fn blk_co_preadv(BlockBackend *blk, int64_t offset,
                               QEMUIOVector *qiov, BdrvRequestFlags flags)
{
    return perform(transfer_of(blk, BLOCK_READ, offset, qiov, flags));
}

int coroutine_fn blk_co_pwritev(BlockBackend *blk, int64_t offset,
                                QEMUIOVector *qiov, BdrvRequestFlags flags)
{
    return perform(transfer_of(blk, BLOCK_WRITE, offset, qiov, flags));
}

int coroutine_fn blk_co_pwrite_zeroes(BlockBackend *blk, int64_t offset,
                                      int64_t bytes, BdrvRequestFlags flags)
{
    return perform({blk, BLOCK_WRITE_ZEROES, offset, bytes, nullptr, flags});
}

int coroutine_fn blk_co_pdiscard(BlockBackend *blk, int64_t offset,
                                 int64_t bytes)
{
    return perform({blk, BLOCK_DISCARD, offset, bytes, nullptr, {}});
}

int coroutine_fn blk_co_flush(BlockBackend *blk)
{
    return perform({blk, BLOCK_FLUSH, 0, 0, nullptr, {}});
}

int coroutine_fn blk_co_truncate(BlockBackend *blk, int64_t length)
{
    return perform({blk, BLOCK_TRUNCATE, 0, length, nullptr, {}});
}

// Blocking

namespace {

// A request that somebody polls for.
struct Awaited {
    BlockRequest request;
    int ret = 0;
    bool over = false;
};

}  // namespace

static void coroutine_fn awaited_entry(void *opaque)
{
    auto *awaited = static_cast<Awaited *>(opaque);

    awaited->ret = block_request_perform(&awaited->request);
    awaited->over = true;
}

static int wait_for(const BlockRequest &request)
{
    Awaited awaited = {request};

    if (qemu_in_coroutine()) {
        return block_request_perform(&request);
    }
    qemu_coroutine_enter(qemu_coroutine_create(awaited_entry, &awaited));
    while (!awaited.over) {
        aio_poll(qemu_get_current_aio_context(), true);
    }
    return awaited.ret;
}

// For buffers of any length, which a vector of one has in an iovec.
static int wait_for_transfer(BlockBackend *blk, BlockOp op, int64_t offset,
                             int64_t bytes, void *buf, BdrvRequestFlags flags)
{
    QEMUIOVector qiov;

    if (bytes < 0) {
        return -EIO;
    }
    qemu_iovec_init_buf(&qiov, buf, bytes);
    return wait_for(transfer_of(blk, op, offset, &qiov, flags));
}

int blk_pread(BlockBackend *blk, int64_t offset, int64_t bytes, void *buf,
              BdrvRequestFlags flags)
{
    return wait_for_transfer(blk, BLOCK_READ, offset, bytes, buf, flags);
}

int blk_pwrite(BlockBackend *blk, int64_t offset, int64_t bytes,
               const void *buf, BdrvRequestFlags flags)
{
    return wait_for_transfer(blk, BLOCK_WRITE, offset, bytes,
                             const_cast<void *>(buf), flags);
}

int blk_pwrite_zeroes(BlockBackend *blk, int64_t offset, int64_t bytes,
                      BdrvRequestFlags flags)
{
    return wait_for({blk, BLOCK_WRITE_ZEROES, offset, bytes, nullptr, flags});
}

int blk_pdiscard(BlockBackend *blk, int64_t offset, int64_t bytes)
{
    return wait_for({blk, BLOCK_DISCARD, offset, bytes, nullptr, {}});
}

int blk_flush(BlockBackend *blk)
{
    return wait_for({blk, BLOCK_FLUSH, 0, 0, nullptr, {}});
}

int blk_truncate(BlockBackend *blk, int64_t length)
{
    return wait_for({blk, BLOCK_TRUNCATE, 0, length, nullptr, {}});
}
