/*
 * Functions that block, run in threads while the loop goes on: what a driver
 * does with system calls that have no asynchronous form.
 *
 * The threads are the process's and are shared by all contexts. A request
 * belongs to the context that it was made for; it completes there.
 */

#ifndef BLOCK_THREAD_POOL_H
#define BLOCK_THREAD_POOL_H

#include "block/aio.h"

#define THREAD_POOL_MAX_THREADS_DEFAULT 64

typedef int ThreadPoolFunc(void *opaque);

/* Before 2023 requests named the pool of a context; see aio_get_thread_pool().
 */
typedef struct ThreadPool ThreadPool;

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Runs func(arg) in one of the threads, then cb(opaque, ret) as a bottom half
 * of `ctx` with what func returned, or with -ECANCELED when the request was
 * cancelled before a thread took it: func is not called then.
 *
 *   cb  NULL when nobody waits
 * Returns:  the request, for bdrv_aio_cancel() and bdrv_aio_cancel_async();
 *           it is the pool's and is gone after cb.
 * Keeps:    `arg`, until func has returned or the request was cancelled.
 * Thread:   home only.
 */
BlockAIOCB *thread_pool_submit_aio_in(AioContext *ctx, ThreadPoolFunc *func,
                                      void *arg, BlockCompletionFunc *cb,
                                      void *opaque);

/* The same in the current context. */
BlockAIOCB *thread_pool_submit_aio(ThreadPoolFunc *func, void *arg,
                                   BlockCompletionFunc *cb, void *opaque);

/* The same without waiting for it. */
void thread_pool_submit(ThreadPoolFunc *func, void *arg);

/*
 * Yields until func(arg) has run in one of the threads.
 *
 * Returns:  what func returned.
 */
int coroutine_fn thread_pool_submit_co(ThreadPoolFunc *func, void *arg);

/* A name for the threads that completes in `ctx`. Keeps: as long as `ctx`. */
ThreadPool *aio_get_thread_pool(AioContext *ctx);

/* Returns: the context that `pool` is a name of. */
AioContext *thread_pool_context_(ThreadPool *pool);

#ifdef __cplusplus
}
#endif

/* The forms that name a pool. */

#ifdef __cplusplus

inline BlockAIOCB *thread_pool_submit_aio(ThreadPool *pool,
                                          ThreadPoolFunc *func, void *arg,
                                          BlockCompletionFunc *cb,
                                          void *opaque)
{
    return thread_pool_submit_aio_in(thread_pool_context_(pool), func, arg, cb,
                                     opaque);
}

inline void thread_pool_submit(ThreadPool *pool, ThreadPoolFunc *func,
                               void *arg)
{
    thread_pool_submit_aio(pool, func, arg, nullptr, nullptr);
}

inline int thread_pool_submit_co(ThreadPool *, ThreadPoolFunc *func, void *arg)
{
    return thread_pool_submit_co(func, arg);
}

#else

#define thread_pool_submit_aio(...) \
    QEMU_BY_ARITY(THREAD_POOL_SUBMIT_AIO_, __VA_ARGS__)
#define THREAD_POOL_SUBMIT_AIO_4(func, arg, cb, opaque) \
    (thread_pool_submit_aio)(func, arg, cb, opaque)
#define THREAD_POOL_SUBMIT_AIO_5(pool, func, arg, cb, opaque)              \
    thread_pool_submit_aio_in(thread_pool_context_(pool), func, arg, cb,   \
                              opaque)

#define thread_pool_submit(...) \
    QEMU_BY_ARITY(THREAD_POOL_SUBMIT_, __VA_ARGS__)
#define THREAD_POOL_SUBMIT_2(func, arg) (thread_pool_submit)(func, arg)
#define THREAD_POOL_SUBMIT_3(pool, func, arg) \
    ((void)THREAD_POOL_SUBMIT_AIO_5(pool, func, arg, NULL, NULL))

#define thread_pool_submit_co(...) \
    QEMU_BY_ARITY(THREAD_POOL_SUBMIT_CO_, __VA_ARGS__)
#define THREAD_POOL_SUBMIT_CO_2(func, arg) (thread_pool_submit_co)(func, arg)
#define THREAD_POOL_SUBMIT_CO_3(pool, func, arg) \
    ((void)(pool), (thread_pool_submit_co)(func, arg))

#endif

#endif /* BLOCK_THREAD_POOL_H */
