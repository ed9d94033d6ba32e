#include "block/bounce.h"

#include <algorithm>
#include <cstring>

#include "block/raw-aio.h"
#include "qemu/memalign.h"

// Of every buffer, and the most that one piece transfers: a multiple of every
// alignment.
static constexpr size_t BOUNCE_BYTES = 256 * 1024;
static constexpr size_t BOUNCE_ALIGNMENT = 64 * 1024;
// Buffers that are kept.
static constexpr size_t BOUNCE_KEPT = 16;

BouncePool::~BouncePool()
{
    for (void *buffer : idle) {
        qemu_vfree(buffer);
    }
}

namespace {

// A buffer for as long as this lives; `memory` is NULL when there is none.
class Buffer {
 public:
    explicit Buffer(BouncePool *pool) : memory(take(pool)), pool_(pool) {}
    ~Buffer()
    {
        std::lock_guard<std::mutex> guard(pool_->lock);

        if (memory && pool_->idle.size() < BOUNCE_KEPT) {
            pool_->idle.push_back(memory);
        } else {
            qemu_vfree(memory);
        }
    }
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;

    char *const memory;

 private:
    static char *take(BouncePool *pool)
    {
        std::lock_guard<std::mutex> guard(pool->lock);

        if (pool->idle.empty()) {
            return static_cast<char *>(
                qemu_try_memalign(BOUNCE_ALIGNMENT, BOUNCE_BYTES));
        }
        void *buffer = pool->idle.back();
        pool->idle.pop_back();
        return static_cast<char *>(buffer);
    }

    BouncePool *pool_;
};

// What one buffer transfers: [begin, end) of the file, a whole number of
// blocks, in which [begin + head, begin + head + bytes) is the caller's.
struct Piece {
    uint64_t begin;
    uint64_t end;
    size_t head;
    size_t bytes;

    size_t size() const { return end - begin; }
    size_t tail() const { return size() - head - bytes; }
};

}  // namespace

static Piece piece_at(const RawFile *file, uint64_t offset, uint64_t bytes)
{
    const uint64_t block = file->limits.request_alignment;
    Piece piece;

    piece.begin = ROUND_DOWN(offset, block);
    piece.head = offset - piece.begin;
    piece.bytes = std::min<uint64_t>(bytes, BOUNCE_BYTES - piece.head);
    piece.end = ROUND_UP(offset + piece.bytes, block);
    return piece;
}

static int coroutine_fn transfer(RawFile *file, int type, uint64_t offset,
                                 char *memory, size_t bytes,
                                 BdrvRequestFlags flags)
{
    QEMUIOVector qiov;

    qemu_iovec_init_buf(&qiov, memory, bytes);
    return raw_co_transfer(file, type, offset, &qiov, flags);
}

int coroutine_fn bounce_read(BouncePool *pool, RawFile *file, uint64_t offset,
                             QEMUIOVector *qiov)
{
    const Buffer buffer(pool);

    if (!buffer.memory) {
        return -ENOMEM;
    }
    for (size_t done = 0; done < qiov->size;) {
        const Piece piece = piece_at(file, offset + done, qiov->size - done);
        const int ret = transfer(file, QEMU_AIO_READ, piece.begin,
                                 buffer.memory, piece.size(),
                                 BdrvRequestFlags());
        if (ret < 0) {
            return ret;
        }
        qemu_iovec_from_buf(qiov, done, buffer.memory + piece.head,
                            piece.bytes);
        done += piece.bytes;
    }
    return 0;
}

// Reads the blocks at the ends of a piece that it covers in part.
static int coroutine_fn read_edges(RawFile *file, const Piece &piece,
                                   char *memory)
{
    const size_t block = file->limits.request_alignment;
    const bool one_block = piece.size() == block;

    if (piece.head > 0 || (one_block && piece.tail() > 0)) {
        const int ret = transfer(file, QEMU_AIO_READ, piece.begin, memory,
                                 block, BdrvRequestFlags());
        if (ret < 0) {
            return ret;
        }
    }
    if (piece.tail() > 0 && !one_block) {
        return transfer(file, QEMU_AIO_READ, piece.end - block,
                        memory + piece.size() - block, block,
                        BdrvRequestFlags());
    }
    return 0;
}

static int coroutine_fn write_piece(RawFile *file, const Piece &piece,
                                    char *memory, BdrvRequestFlags flags)
{
    int ret = transfer(file, QEMU_AIO_WRITE, piece.begin, memory, piece.size(),
                       flags);
    // A last block that is incomplete has been written whole.
    const int64_t length = file->length;

    if (ret == 0 && piece.end > static_cast<uint64_t>(length) &&
        !file->is_device) {
        ret = raw_co_truncate(file, length);
    }
    return ret;
}

int coroutine_fn bounce_write(BouncePool *pool, RawFile *file,
                              uint64_t offset, uint64_t bytes,
                              QEMUIOVector *qiov, BdrvRequestFlags flags)
{
    const Buffer buffer(pool);
    int ret = buffer.memory ? 0 : -ENOMEM;

    for (uint64_t done = 0; ret == 0 && done < bytes;) {
        const Piece piece = piece_at(file, offset + done, bytes - done);
        char *own = buffer.memory + piece.head;

        ret = read_edges(file, piece, buffer.memory);
        if (qiov) {
            qemu_iovec_to_buf(qiov, done, own, piece.bytes);
        } else {
            memset(own, 0, piece.bytes);
        }
        if (ret == 0) {
            ret = write_piece(file, piece, buffer.memory, flags);
        }
        done += piece.bytes;
    }
    return ret;
}
