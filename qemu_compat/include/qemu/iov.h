/*
 * Scattered memory: plain iovec arrays, and QEMUIOVector which owns one.
 *
 * All sizes and offsets are bytes. Functions that copy stop at the end of the
 * vector and return the bytes they did. No locks: the caller's thread.
 */

#ifndef QEMU_IOV_H
#define QEMU_IOV_H

#include "qemu/osdep.h"

struct QEMUIOVector {
    struct iovec *iov;
    int niov;
    int nalloc;  /* elements that fit; -1 when iov is not this one's own */
    size_t size; /* the sum of the elements */
    struct iovec local_iov; /* for a vector of one buffer */
};

#ifdef __cplusplus
extern "C" {
#endif

size_t iov_size(const struct iovec *iov, unsigned int iov_cnt);
size_t iov_from_buf(const struct iovec *iov, unsigned int iov_cnt,
                    size_t offset, const void *buf, size_t bytes);
size_t iov_to_buf(const struct iovec *iov, unsigned int iov_cnt,
                  size_t offset, void *buf, size_t bytes);
size_t iov_memset(const struct iovec *iov, unsigned int iov_cnt,
                  size_t offset, int fillc, size_t bytes);

/*
 * Makes `dst` point at [offset, offset + bytes) of `iov`'s memory.
 *
 * Returns:  elements of `dst` written, at most `dst_cnt`.
 */
unsigned int iov_copy(struct iovec *dst, unsigned int dst_cnt,
                      const struct iovec *iov, unsigned int iov_cnt,
                      size_t offset, size_t bytes);

/*
 * Shorten a vector at one end by changing it and its length.
 *
 * Returns:  bytes taken off.
 */
size_t iov_discard_front(struct iovec **iov, unsigned int *iov_cnt,
                         size_t bytes);
size_t iov_discard_back(struct iovec *iov, unsigned int *iov_cnt,
                        size_t bytes);

/* What a discard changed, so that it can be taken back. */
typedef struct IOVDiscardUndo {
    struct iovec *modified_iov; /* NULL when no element was changed */
    struct iovec orig;
} IOVDiscardUndo;

/* The same as above, noting in `undo` what is needed to take it back. */
size_t iov_discard_front_undoable(struct iovec **iov, unsigned int *iov_cnt,
                                  size_t bytes, IOVDiscardUndo *undo);
size_t iov_discard_back_undoable(struct iovec *iov, unsigned int *iov_cnt,
                                 size_t bytes, IOVDiscardUndo *undo);

/* Gives the elements their former contents; lengths and starts are the
 * caller's variables and stay. */
void iov_discard_undo(IOVDiscardUndo *undo);

/*
 * Sends or receives [offset, offset + bytes) of the vector's memory, as much
 * as goes without waiting if the socket is non-blocking.
 *
 * Returns:  bytes done; less than asked for at the end of the stream or when
 *           an error came later; -1 with errno when the first call failed.
 * Thread:   any.
 */
ssize_t iov_send_recv(int sockfd, const struct iovec *iov,
                      unsigned int iov_cnt, size_t offset, size_t bytes,
                      bool do_send);
#define iov_send(sockfd, iov, iov_cnt, offset, bytes) \
    iov_send_recv(sockfd, iov, iov_cnt, offset, bytes, true)
#define iov_recv(sockfd, iov, iov_cnt, offset, bytes) \
    iov_send_recv(sockfd, iov, iov_cnt, offset, bytes, false)

/* An empty vector with room for `alloc_hint` elements; it grows. */
void qemu_iovec_init(QEMUIOVector *qiov, int alloc_hint);

/* A fixed vector over somebody else's array, which must outlive it. */
void qemu_iovec_init_external(QEMUIOVector *qiov, struct iovec *iov, int niov);

/* A fixed vector of one buffer. */
void qemu_iovec_init_buf(QEMUIOVector *qiov, void *buf, size_t len);

/* A vector of [offset, offset + len) of the memory of `source`. */
void qemu_iovec_init_slice(QEMUIOVector *qiov, QEMUIOVector *source,
                           size_t offset, size_t len);

/* Appends a buffer. Requires: qiov grows (qemu_iovec_init). */
void qemu_iovec_add(QEMUIOVector *qiov, void *base, size_t len);

/* Appends the memory of [soffset, soffset + sbytes) of `src`. */
void qemu_iovec_concat(QEMUIOVector *dst, QEMUIOVector *src, size_t soffset,
                       size_t sbytes);
/* Returns: bytes appended. */
size_t qemu_iovec_concat_iov(QEMUIOVector *dst, struct iovec *src_iov,
                             unsigned int src_cnt, size_t soffset,
                             size_t sbytes);

/* Empties it without giving up the array. */
void qemu_iovec_reset(QEMUIOVector *qiov);

/* Frees the array; afterwards iov is NULL and a second call does nothing. */
void qemu_iovec_destroy(QEMUIOVector *qiov);

size_t qemu_iovec_to_buf(QEMUIOVector *qiov, size_t offset, void *buf,
                         size_t bytes);
size_t qemu_iovec_from_buf(QEMUIOVector *qiov, size_t offset, const void *buf,
                           size_t bytes);
size_t qemu_iovec_memset(QEMUIOVector *qiov, size_t offset, int fillc,
                         size_t bytes);
/* Of 2011 and 2012: fills `count` bytes behind the first `skip`. */
void qemu_iovec_memset_skip(QEMUIOVector *qiov, int c, size_t count,
                            size_t skip);
bool qemu_iovec_is_zero(QEMUIOVector *qiov, size_t offset, size_t bytes);

/* Returns: the first offset at which two of one shape differ, or -1. */
ssize_t qemu_iovec_compare(QEMUIOVector *a, QEMUIOVector *b);

#ifdef __cplusplus
}
#endif

#endif /* QEMU_IOV_H */
