#include "qemu/iov.h"

#include <algorithm>
#include <cstring>

// Calls visit(base, bytes) for each piece of [offset, offset + bytes) until
// it returns false.
//
// Returns: bytes visited, the last piece included.
template <typename Visit>
static size_t iov_for_each(const struct iovec *iov, unsigned int iov_cnt,
                           size_t offset, size_t bytes, Visit visit)
{
    size_t done = 0;

    for (unsigned int i = 0; i < iov_cnt && done < bytes; i++) {
        if (offset >= iov[i].iov_len) {
            offset -= iov[i].iov_len;
            continue;
        }
        size_t len = std::min(iov[i].iov_len - offset, bytes - done);
        done += len;
        if (!visit(static_cast<char *>(iov[i].iov_base) + offset, len)) {
            break;
        }
        offset = 0;
    }
    return done;
}

size_t iov_size(const struct iovec *iov, unsigned int iov_cnt)
{
    size_t size = 0;

    for (unsigned int i = 0; i < iov_cnt; i++) {
        size += iov[i].iov_len;
    }
    return size;
}

size_t iov_from_buf(const struct iovec *iov, unsigned int iov_cnt,
                    size_t offset, const void *buf, size_t bytes)
{
    auto *from = static_cast<const char *>(buf);

    return iov_for_each(iov, iov_cnt, offset, bytes,
                        [&from](char *base, size_t len) {
                            memcpy(base, from, len);
                            from += len;
                            return true;
                        });
}

size_t iov_to_buf(const struct iovec *iov, unsigned int iov_cnt,
                  size_t offset, void *buf, size_t bytes)
{
    auto *to = static_cast<char *>(buf);

    return iov_for_each(iov, iov_cnt, offset, bytes,
                        [&to](const char *base, size_t len) {
                            memcpy(to, base, len);
                            to += len;
                            return true;
                        });
}

size_t iov_memset(const struct iovec *iov, unsigned int iov_cnt,
                  size_t offset, int fillc, size_t bytes)
{
    return iov_for_each(iov, iov_cnt, offset, bytes,
                        [fillc](char *base, size_t len) {
                            memset(base, fillc, len);
                            return true;
                        });
}

unsigned int iov_copy(struct iovec *dst, unsigned int dst_cnt,
                      const struct iovec *iov, unsigned int iov_cnt,
                      size_t offset, size_t bytes)
{
    unsigned int filled = 0;

    if (dst_cnt > 0) {
        iov_for_each(iov, iov_cnt, offset, bytes,
                     [=, &filled](char *base, size_t len) {
                         dst[filled++] = {base, len};
                         return filled < dst_cnt;
                     });
    }
    return filled;
}

size_t iov_discard_front(struct iovec **iov, unsigned int *iov_cnt,
                         size_t bytes)
{
    size_t left = bytes;

    while (*iov_cnt > 0 && (*iov)->iov_len <= left) {
        left -= (*iov)->iov_len;
        ++*iov;
        --*iov_cnt;
    }
    if (*iov_cnt > 0) {
        (*iov)->iov_base = static_cast<char *>((*iov)->iov_base) + left;
        (*iov)->iov_len -= left;
        left = 0;
    }
    return bytes - left;
}

size_t iov_discard_back(struct iovec *iov, unsigned int *iov_cnt, size_t bytes)
{
    size_t left = bytes;

    while (*iov_cnt > 0 && iov[*iov_cnt - 1].iov_len <= left) {
        left -= iov[--*iov_cnt].iov_len;
    }
    if (*iov_cnt > 0) {
        iov[*iov_cnt - 1].iov_len -= left;
        left = 0;
    }
    return bytes - left;
}

void qemu_iovec_init(QEMUIOVector *qiov, int alloc_hint)
{
    *qiov = {};
    qiov->iov = g_new(struct iovec, alloc_hint);
    qiov->nalloc = alloc_hint;
}

void qemu_iovec_init_external(QEMUIOVector *qiov, struct iovec *iov, int niov)
{
    *qiov = {};
    qiov->iov = iov;
    qiov->niov = niov;
    qiov->nalloc = -1;
    qiov->size = iov_size(iov, static_cast<unsigned int>(niov));
}

void qemu_iovec_init_buf(QEMUIOVector *qiov, void *buf, size_t len)
{
    qiov->local_iov = {buf, len};
    qiov->iov = &qiov->local_iov;
    qiov->niov = 1;
    qiov->nalloc = -1;
    qiov->size = len;
}

void qemu_iovec_init_slice(QEMUIOVector *qiov, QEMUIOVector *source,
                           size_t offset, size_t len)
{
    qemu_iovec_init(qiov, source->niov);
    qemu_iovec_concat(qiov, source, offset, len);
}

void qemu_iovec_add(QEMUIOVector *qiov, void *base, size_t len)
{
    constexpr int kFirst = 4;

    assert(qiov->nalloc != -1);
    if (qiov->niov >= qiov->nalloc) {
        int room = std::max(kFirst, 2 * qiov->niov);
        qiov->iov = g_renew(struct iovec, qiov->iov, room);
        qiov->nalloc = room;
    }
    qiov->iov[qiov->niov] = {base, len};
    qiov->niov++;
    qiov->size += len;
}

size_t qemu_iovec_concat_iov(QEMUIOVector *dst, struct iovec *src_iov,
                             unsigned int src_cnt, size_t soffset,
                             size_t sbytes)
{
    return iov_for_each(src_iov, src_cnt, soffset, sbytes,
                        [dst](char *base, size_t len) {
                            qemu_iovec_add(dst, base, len);
                            return true;
                        });
}

static unsigned int count_of(const QEMUIOVector *qiov)
{
    return static_cast<unsigned int>(qiov->niov);
}

void qemu_iovec_concat(QEMUIOVector *dst, QEMUIOVector *src, size_t soffset,
                       size_t sbytes)
{
    qemu_iovec_concat_iov(dst, src->iov, count_of(src), soffset, sbytes);
}

void qemu_iovec_reset(QEMUIOVector *qiov)
{
    assert(qiov->nalloc != -1);
    qiov->niov = 0;
    qiov->size = 0;
}

void qemu_iovec_destroy(QEMUIOVector *qiov)
{
    if (qiov->nalloc != -1) {
        g_free(qiov->iov);
    }
    *qiov = {};
}

size_t qemu_iovec_to_buf(QEMUIOVector *qiov, size_t offset, void *buf,
                         size_t bytes)
{
    return iov_to_buf(qiov->iov, count_of(qiov), offset, buf, bytes);
}

size_t qemu_iovec_from_buf(QEMUIOVector *qiov, size_t offset, const void *buf,
                           size_t bytes)
{
    return iov_from_buf(qiov->iov, count_of(qiov), offset, buf, bytes);
}

size_t qemu_iovec_memset(QEMUIOVector *qiov, size_t offset, int fillc,
                         size_t bytes)
{
    return iov_memset(qiov->iov, count_of(qiov), offset, fillc, bytes);
}

void qemu_iovec_memset_skip(QEMUIOVector *qiov, int c, size_t count,
                            size_t skip)
{
    qemu_iovec_memset(qiov, skip, c, count);
}

bool qemu_iovec_is_zero(QEMUIOVector *qiov, size_t offset, size_t bytes)
{
    bool zero = true;

    iov_for_each(qiov->iov, count_of(qiov), offset, bytes,
                 [&zero](const char *base, size_t len) {
                     zero = std::all_of(base, base + len,
                                        [](char c) { return c == 0; });
                     return zero;
                 });
    return zero;
}

ssize_t qemu_iovec_compare(QEMUIOVector *a, QEMUIOVector *b)
{
    ssize_t offset = 0;

    assert(a->niov == b->niov);
    for (int i = 0; i < a->niov; i++) {
        auto *left = static_cast<const char *>(a->iov[i].iov_base);
        auto *right = static_cast<const char *>(b->iov[i].iov_base);
        size_t len = a->iov[i].iov_len;

        assert(len == b->iov[i].iov_len);
        auto differs = std::mismatch(left, left + len, right).first;
        if (differs != left + len) {
            return offset + (differs - left);
        }
        offset += static_cast<ssize_t>(len);
    }
    return -1;
}
