/*
 * Every argument list that the handler functions had in their lives, told
 * apart by the number of arguments and, where two are equal in that, by the
 * type of the first that differs. For block/aio.h alone.
 *
 *   is_external  2015 to 2023; see aio_disable_external()
 *   io_flush     before 2013
 */

#ifndef BLOCK_AIO_FORMS_H
#define BLOCK_AIO_FORMS_H

#include "block/aio.h"

static inline void aio_set_event_notifier_external_(
    AioContext *ctx, EventNotifier *e, bool is_external,
    EventNotifierHandler *io_read, AioPollFn *io_poll)
{
    aio_set_event_notifier_external(ctx, e, is_external, io_read, io_poll,
                                    NULL);
}

static inline void aio_set_fd_handler_external_(
    AioContext *ctx, int fd, bool is_external, IOHandler *io_read,
    IOHandler *io_write, void *opaque)
{
    aio_set_fd_handler_external(ctx, fd, is_external, io_read, io_write, NULL,
                                NULL, opaque);
}

static inline void aio_set_fd_handler_external_poll_(
    AioContext *ctx, int fd, bool is_external, IOHandler *io_read,
    IOHandler *io_write, AioPollFn *io_poll, void *opaque)
{
    aio_set_fd_handler_external(ctx, fd, is_external, io_read, io_write,
                                io_poll, NULL, opaque);
}

#ifdef __cplusplus

extern "C++" {

inline void aio_set_event_notifier(AioContext *ctx, EventNotifier *e,
                                   EventNotifierHandler *io_read)
{
    aio_set_event_notifier(ctx, e, io_read, nullptr, nullptr);
}

/* Templates: a NULL must not be taken for is_external. */
template <typename Bool>
    requires __is_same(Bool, bool)
inline void aio_set_event_notifier(AioContext *ctx, EventNotifier *e,
                                   Bool is_external,
                                   EventNotifierHandler *io_read)
{
    aio_set_event_notifier_external_(ctx, e, is_external, io_read, nullptr);
}

template <typename Bool>
    requires __is_same(Bool, bool)
inline void aio_set_event_notifier(AioContext *ctx, EventNotifier *e,
                                   Bool is_external,
                                   EventNotifierHandler *io_read,
                                   AioPollFn *io_poll)
{
    aio_set_event_notifier_external_(ctx, e, is_external, io_read, io_poll);
}

inline void aio_set_event_notifier(AioContext *ctx, EventNotifier *e,
                                   bool is_external,
                                   EventNotifierHandler *io_read,
                                   AioPollFn *io_poll,
                                   EventNotifierHandler *io_poll_ready)
{
    aio_set_event_notifier_external(ctx, e, is_external, io_read, io_poll,
                                    io_poll_ready);
}

inline void aio_set_fd_handler(AioContext *ctx, int fd, IOHandler *io_read,
                               IOHandler *io_write, void *opaque)
{
    aio_set_fd_handler(ctx, fd, io_read, io_write, nullptr, nullptr, opaque);
}

template <typename Bool>
    requires __is_same(Bool, bool)
inline void aio_set_fd_handler(AioContext *ctx, int fd, Bool is_external,
                               IOHandler *io_read, IOHandler *io_write,
                               void *opaque)
{
    aio_set_fd_handler_external_(ctx, fd, is_external, io_read, io_write,
                                 opaque);
}

inline void qemu_aio_set_event_notifier(EventNotifier *e,
                                        EventNotifierHandler *io_read)
{
    qemu_aio_set_event_notifier_flush(e, io_read, nullptr);
}

inline void qemu_aio_set_event_notifier(EventNotifier *e,
                                        EventNotifierHandler *io_read,
                                        AioFlushEventNotifierHandler *io_flush)
{
    qemu_aio_set_event_notifier_flush(e, io_read, io_flush);
}

inline int qemu_aio_set_fd_handler(int fd, IOHandler *io_read,
                                   IOHandler *io_write,
                                   AioFlushHandler *io_flush, void *opaque)
{
    return qemu_aio_set_fd_handler_flush(fd, io_read, io_write, io_flush,
                                         opaque);
}

}  /* extern "C++" */

#else

/* `yes` when `x` is a truth value, `no` when it is a handler. */
#define AIO_IS_BOOL_(x, yes, no) _Generic((x), bool: yes, int: yes, default: no)

#define aio_set_event_notifier(...) \
    QEMU_BY_ARITY(AIO_SET_EVENT_NOTIFIER_, __VA_ARGS__)
#define AIO_SET_EVENT_NOTIFIER_3(ctx, e, rd) \
    (aio_set_event_notifier)(ctx, e, rd, NULL, NULL)
#define AIO_SET_EVENT_NOTIFIER_4(ctx, e, external, rd) \
    aio_set_event_notifier_external_(ctx, e, external, rd, NULL)
#define AIO_SET_EVENT_NOTIFIER_5(ctx, e, x, y, z)                            \
    AIO_IS_BOOL_(x, aio_set_event_notifier_external_,                        \
                 (aio_set_event_notifier))(ctx, e, x, y, z)
#define AIO_SET_EVENT_NOTIFIER_6(ctx, e, external, rd, poll, ready) \
    aio_set_event_notifier_external(ctx, e, external, rd, poll, ready)

#define aio_set_fd_handler(...) \
    QEMU_BY_ARITY(AIO_SET_FD_HANDLER_, __VA_ARGS__)
#define AIO_SET_FD_HANDLER_5(ctx, fd, rd, wr, opaque) \
    (aio_set_fd_handler)(ctx, fd, rd, wr, NULL, NULL, opaque)
#define AIO_SET_FD_HANDLER_6(ctx, fd, external, rd, wr, opaque) \
    aio_set_fd_handler_external_(ctx, fd, external, rd, wr, opaque)
#define AIO_SET_FD_HANDLER_7(ctx, fd, x, y, z, u, opaque)                    \
    AIO_IS_BOOL_(x, aio_set_fd_handler_external_poll_,                       \
                 (aio_set_fd_handler))(ctx, fd, x, y, z, u, opaque)
#define AIO_SET_FD_HANDLER_8(ctx, fd, external, rd, wr, poll, ready, opaque) \
    aio_set_fd_handler_external(ctx, fd, external, rd, wr, poll, ready,      \
                                opaque)

#define qemu_aio_set_event_notifier(...) \
    QEMU_BY_ARITY(QEMU_AIO_SET_EVENT_NOTIFIER_, __VA_ARGS__)
#define QEMU_AIO_SET_EVENT_NOTIFIER_2(e, rd) \
    qemu_aio_set_event_notifier_flush(e, rd, NULL)
#define QEMU_AIO_SET_EVENT_NOTIFIER_3(e, rd, flush) \
    qemu_aio_set_event_notifier_flush(e, rd, flush)

#define qemu_aio_set_fd_handler(...) \
    QEMU_BY_ARITY(QEMU_AIO_SET_FD_HANDLER_, __VA_ARGS__)
#define QEMU_AIO_SET_FD_HANDLER_5(fd, rd, wr, flush, opaque) \
    qemu_aio_set_fd_handler_flush(fd, rd, wr, flush, opaque)
/* The queue callback ran what had been put off; nothing is here. */
#define QEMU_AIO_SET_FD_HANDLER_6(fd, rd, wr, flush, queue, opaque) \
    ((void)(queue),                                                  \
     qemu_aio_set_fd_handler_flush(fd, rd, wr, flush, opaque))

#endif

#endif /* BLOCK_AIO_FORMS_H */
