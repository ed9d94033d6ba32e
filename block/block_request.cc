#include "block/block_request.h"

#include "block/raw-aio.h"

static bool is_within(const BlockRequest *request)
{
    const int64_t length = request->blk->file.length;

    return request->offset >= 0 && request->bytes >= 0 &&
           request->offset <= length &&
           request->bytes <= length - request->offset;
}

int block_request_check(const BlockRequest *request)
{
    if (request->flags & ~BDRV_REQ_FUA) {
        return -ENOTSUP;
    }
    if (request->op == BLOCK_FLUSH) {
        return 0;
    }
    if (request->op != BLOCK_READ && !request->blk->file.writable) {
        return -EPERM;
    }
    if (request->op == BLOCK_TRUNCATE) {
        return request->bytes < 0 ? -EINVAL : 0;
    }
    return is_within(request) ? 0 : -EIO;
}

void block_request_track(const BlockRequest *request, TrackedRequest *tracked)
{
    const uint64_t block = request->blk->file.limits.request_alignment;
    const uint64_t end = request->offset + request->bytes;

    tracked->start = ROUND_DOWN(request->offset, block);
    tracked->end = ROUND_UP(end, block);
    tracked->serialising = tracked->start != uint64_t(request->offset) ||
                           tracked->end != end;
}

static int coroutine_fn do_read(const BlockRequest *request)
{
    BlockBackend *blk = request->blk;

    if (block_is_aligned(&blk->file.limits, request->offset, request->qiov)) {
        return raw_co_transfer(&blk->file, QEMU_AIO_READ, request->offset,
                               request->qiov, BdrvRequestFlags());
    }
    return bounce_read(&blk->bounce, &blk->file, request->offset,
                       request->qiov);
}

static int coroutine_fn do_write(const BlockRequest *request)
{
    BlockBackend *blk = request->blk;

    if (block_is_aligned(&blk->file.limits, request->offset, request->qiov)) {
        return raw_co_transfer(&blk->file, QEMU_AIO_WRITE, request->offset,
                               request->qiov, request->flags);
    }
    return bounce_write(&blk->bounce, &blk->file, request->offset,
                        request->bytes, request->qiov, request->flags);
}

static int coroutine_fn do_write_zeroes(const BlockRequest *request)
{
    BlockBackend *blk = request->blk;
    const int ret = raw_co_zero_range(&blk->file, request->offset,
                                      request->bytes);

    if (ret == -ENOTSUP) {
        return bounce_write(&blk->bounce, &blk->file, request->offset,
                            request->bytes, nullptr, request->flags);
    }
    return ret == 0 && request->flags & BDRV_REQ_FUA ? raw_co_flush(&blk->file)
                                                     : ret;
}

// Whole blocks only: the rest of the others is somebody else's.
static int coroutine_fn do_discard(const BlockRequest *request)
{
    BlockBackend *blk = request->blk;
    const uint64_t block = blk->file.limits.request_alignment;
    const uint64_t begin = ROUND_UP(uint64_t(request->offset), block);
    const uint64_t end = ROUND_DOWN(request->offset + request->bytes, block);

    return begin < end ? raw_co_discard(&blk->file, begin, end - begin) : 0;
}

static int coroutine_fn do_change(const BlockRequest *request)
{
    TrackedRequests *writes = &request->blk->writes;
    TrackedRequest tracked;
    int ret;

    block_request_track(request, &tracked);
    tracked_request_begin(writes, &tracked);
    if (request->op == BLOCK_WRITE) {
        ret = do_write(request);
    } else if (request->op == BLOCK_WRITE_ZEROES) {
        ret = do_write_zeroes(request);
    } else {
        ret = do_discard(request);
    }
    tracked_request_end(writes, &tracked);
    return ret;
}

static int coroutine_fn do_truncate(const BlockRequest *request)
{
    TrackedRequests *writes = &request->blk->writes;
    TrackedRequest tracked;

    // Some writes cut off what they wrote behind the end.
    tracked.start = 0;
    tracked.end = UINT64_MAX;
    tracked.serialising = true;
    tracked_request_begin(writes, &tracked);
    const int ret = raw_co_truncate(&request->blk->file, request->bytes);
    tracked_request_end(writes, &tracked);
    return ret;
}

int coroutine_fn block_request_perform(const BlockRequest *request)
{
    const int ret = block_request_check(request);

    if (ret < 0) {
        return ret;
    }
    if (request->op == BLOCK_FLUSH) {
        return raw_co_flush(&request->blk->file);
    }
    if (request->op == BLOCK_TRUNCATE) {
        return do_truncate(request);
    }
    if (request->bytes == 0) {
        return 0;
    }
    return request->op == BLOCK_READ ? do_read(request) : do_change(request);
}
