// Functions that block, run in GLib's threads.

#include "block/thread-pool.h"

#include <deque>
#include <mutex>

#include "block/block.h"

namespace {

struct Request {
    BlockAIOCB common;
    ThreadPoolFunc *func;
    void *arg;
    AioContext *ctx;
    int ret;
};

// Requests that no thread has taken. GLib's threads are told how many there
// are, not which: those that were cancelled are not here any more.
struct Queue {
    std::mutex lock;  // of `waiting`
    std::deque<Request *> waiting;
    std::mutex completing;  // held while a thread schedules a completion
    GThreadPool *threads;

    Queue();
};

Queue &queue()
{
    // Never ended: its threads may be blocked while the process exits.
    static Queue &the_queue = *new Queue;
    return the_queue;
}

Request *take_first()
{
    std::lock_guard<std::mutex> guard(queue().lock);

    if (queue().waiting.empty()) {
        return nullptr;
    }
    Request *request = queue().waiting.front();
    queue().waiting.pop_front();
    return request;
}

// Returns: whether no thread had it.
bool take(Request *request)
{
    std::lock_guard<std::mutex> guard(queue().lock);

    return std::erase(queue().waiting, request) > 0;
}

void complete_bh(void *opaque)
{
    auto *request = static_cast<Request *>(opaque);
    AioContext *ctx = request->ctx;

    {
        // The thread that scheduled this has left `ctx`, so that it cannot be
        // the last user: a context ends in its own thread.
        std::lock_guard<std::mutex> guard(queue().completing);
    }
    if (request->common.cb) {
        request->common.cb(request->common.opaque, request->ret);
    }
    qemu_aio_unref(request);
    aio_context_unref(ctx);
}

void run_in_thread(gpointer, gpointer)
{
    Request *request = take_first();

    if (!request) {
        return;
    }
    request->ret = request->func(request->arg);
    std::lock_guard<std::mutex> guard(queue().completing);
    aio_bh_schedule_oneshot(request->ctx, complete_bh, request);
}

Queue::Queue()
    : threads(g_thread_pool_new(run_in_thread, nullptr,
                                THREAD_POOL_MAX_THREADS_DEFAULT, false,
                                nullptr))
{
}

void cancel_request(BlockAIOCB *acb)
{
    auto *request = reinterpret_cast<Request *>(acb);

    if (take(request)) {
        request->ret = -ECANCELED;
        aio_bh_schedule_oneshot(request->ctx, complete_bh, request);
    }
}

AioContext *context_of_request(BlockAIOCB *acb)
{
    return reinterpret_cast<Request *>(acb)->ctx;
}

const AIOCBInfo request_info = {
    .cancel_async = cancel_request,
    .get_aio_context = context_of_request,
    .aiocb_size = sizeof(Request),
};

// Of a coroutine that waits.
struct Waiting {
    Coroutine *co;
    int ret;
};

void wake_waiting(void *opaque, int ret)
{
    auto *waiting = static_cast<Waiting *>(opaque);

    waiting->ret = ret;
    aio_co_wake(waiting->co);
}

}  // namespace

BlockAIOCB *thread_pool_submit_aio_in(AioContext *ctx, ThreadPoolFunc *func,
                                      void *arg, BlockCompletionFunc *cb,
                                      void *opaque)
{
    auto *request = static_cast<Request *>(
        qemu_aio_get(&request_info, nullptr, cb, opaque));

    request->func = func;
    request->arg = arg;
    request->ctx = ctx;
    aio_context_ref(ctx);
    {
        std::lock_guard<std::mutex> guard(queue().lock);
        queue().waiting.push_back(request);
    }
    g_thread_pool_push(queue().threads, &queue(), nullptr);
    return &request->common;
}

BlockAIOCB *thread_pool_submit_aio(ThreadPoolFunc *func, void *arg,
                                   BlockCompletionFunc *cb, void *opaque)
{
    return thread_pool_submit_aio_in(qemu_get_current_aio_context(), func, arg,
                                     cb, opaque);
}

void thread_pool_submit(ThreadPoolFunc *func, void *arg)
{
    thread_pool_submit_aio(func, arg, nullptr, nullptr);
}

int coroutine_fn thread_pool_submit_co(ThreadPoolFunc *func, void *arg)
{
    Waiting waiting = {qemu_coroutine_self(), -EINPROGRESS};

    thread_pool_submit_aio(func, arg, wake_waiting, &waiting);
    qemu_coroutine_yield();
    return waiting.ret;
}

ThreadPool *aio_get_thread_pool(AioContext *ctx)
{
    return reinterpret_cast<ThreadPool *>(ctx);
}

AioContext *thread_pool_context_(ThreadPool *pool)
{
    return reinterpret_cast<AioContext *>(pool);
}
