#include "block/thread-pool.h"

#include <atomic>
#include <semaphore>
#include <thread>
#include <vector>

#include "block/block.h"
#include "util/aio_context_end.h"
#include "util/loop_fixture.h"

namespace {

// The real kernel: threads of the pool end a real sleep.
class ThreadPoolTest : public testing::Test {
 protected:
    ThreadPoolTest() { qemu_set_current_aio_context(ctx); }
    ~ThreadPoolTest() override
    {
        qemu_set_current_aio_context(nullptr);
        aio_context_unref(ctx);
    }

    AioContext *ctx = aio_context_new(&error_abort);
};

// A function for a thread, and what came of it.
struct Job {
    int ret = 0;
    std::thread::id ran_in{};
    int runs = 0;
    int done = 0;
    int result = -EINPROGRESS;
    std::thread::id done_in{};

    static int Run(void *opaque)
    {
        auto *job = static_cast<Job *>(opaque);
        job->ran_in = std::this_thread::get_id();
        job->runs++;
        return job->ret;
    }
    static void Done(void *opaque, int ret)
    {
        auto *job = static_cast<Job *>(opaque);
        job->done++;
        job->result = ret;
        job->done_in = std::this_thread::get_id();
    }
};

// Keeps every thread of the pool busy until it is told to end.
class FullPool {
 public:
    explicit FullPool(AioContext *ctx) : ctx_(ctx)
    {
        for (int i = 0; i < THREAD_POOL_MAX_THREADS_DEFAULT; i++) {
            thread_pool_submit_aio(Wait, this, Count, &done_);
        }
        for (int i = 0; i < THREAD_POOL_MAX_THREADS_DEFAULT; i++) {
            begun_.acquire();
        }
    }
    void End()
    {
        end_.release(THREAD_POOL_MAX_THREADS_DEFAULT);
        while (done_ < THREAD_POOL_MAX_THREADS_DEFAULT) {
            aio_poll(ctx_, true);
        }
    }

 private:
    static int Wait(void *opaque)
    {
        auto *self = static_cast<FullPool *>(opaque);
        self->begun_.release();
        self->end_.acquire();
        return 0;
    }
    static void Count(void *opaque, int) { ++*static_cast<int *>(opaque); }

    AioContext *ctx_;
    std::counting_semaphore<> begun_{0};
    std::counting_semaphore<> end_{0};
    int done_ = 0;
};

TEST_F(ThreadPoolTest, FunctionRunsInAThreadAndCompletesAtHomeWithItsResult)
{
    Job job = {.ret = 42};
    thread_pool_submit_aio(Job::Run, &job, Job::Done, &job);
    while (!job.done) {
        aio_poll(ctx, true);
    }
    EXPECT_EQ(job.result, 42);
    EXPECT_NE(job.ran_in, std::this_thread::get_id());
    EXPECT_EQ(job.done_in, std::this_thread::get_id());
}

TEST_F(ThreadPoolTest, EachOfManyRunsOnceAndCompletesOnce)
{
    std::vector<Job> jobs(1000);
    for (Job &job : jobs) {
        thread_pool_submit_aio(Job::Run, &job, Job::Done, &job);
    }
    int done = 0;
    while (done < 1000) {
        aio_poll(ctx, true);
        done = 0;
        for (const Job &job : jobs) {
            done += job.done;
        }
    }
    for (const Job &job : jobs) {
        EXPECT_EQ(job.runs, 1);
        EXPECT_EQ(job.done, 1);
    }
}

TEST_F(ThreadPoolTest, CancelledBeforeAThreadTookItItNeverRuns)
{
    FullPool full(ctx);
    Job job;
    BlockAIOCB *acb =
        thread_pool_submit_aio(Job::Run, &job, Job::Done, &job);
    bdrv_aio_cancel_async(acb);
    EXPECT_EQ(job.done, 0) << "completes inside the call";
    while (!job.done) {
        aio_poll(ctx, true);
    }
    EXPECT_EQ(job.result, -ECANCELED);
    full.End();
    EXPECT_EQ(job.runs, 0);
    EXPECT_EQ(job.done, 1);
}

TEST_F(ThreadPoolTest, CancelOfOneThatRunsWaitsForItsResult)
{
    struct Slow {
        std::binary_semaphore begun{0};
        std::binary_semaphore end{0};
    } slow;
    int result = -EINPROGRESS;
    BlockAIOCB *acb = thread_pool_submit_aio(
        [](void *opaque) {
            auto *waits = static_cast<Slow *>(opaque);
            waits->begun.release();
            waits->end.acquire();
            return 7;
        },
        &slow, [](void *opaque, int ret) { *static_cast<int *>(opaque) = ret; },
        &result);
    slow.begun.acquire();
    bdrv_aio_cancel_async(acb);
    EXPECT_EQ(result, -EINPROGRESS);
    slow.end.release();
    bdrv_aio_cancel(acb);
    EXPECT_EQ(result, 7);
}

// QEMU commit 3c80ca158c.
TEST_F(ThreadPoolTest, CallbackMayPollUntilAnotherRequestHasCompleted)
{
    struct Pair {
        AioContext *ctx;
        Job first, second;
        bool nested_saw_it = false;
    } pair{ctx, {}, {}};
    thread_pool_submit_aio(
        Job::Run, &pair.first,
        [](void *opaque, int ret) {
            auto *pair = static_cast<Pair *>(opaque);
            while (!pair->second.done) {
                aio_poll(pair->ctx, true);
            }
            pair->nested_saw_it = true;
            Job::Done(&pair->first, ret);
        },
        &pair);
    thread_pool_submit_aio(Job::Run, &pair.second, Job::Done, &pair.second);
    while (!pair.first.done) {
        aio_poll(ctx, true);
    }
    EXPECT_TRUE(pair.nested_saw_it);
    EXPECT_EQ(pair.second.done, 1);
}

TEST_F(ThreadPoolTest, CoroutineGoesOnAtHomeWithTheResult)
{
    Job job = {.ret = -5};
    Coroutine *co = qemu_coroutine_create(
        [](void *opaque) {
            Job::Done(opaque, thread_pool_submit_co(Job::Run, opaque));
        },
        &job);
    qemu_coroutine_enter(co);
    while (!job.done) {
        aio_poll(ctx, true);
    }
    EXPECT_EQ(job.result, -5);
    EXPECT_EQ(job.done_in, std::this_thread::get_id());
    EXPECT_NE(job.ran_in, std::this_thread::get_id());
}

TEST_F(ThreadPoolTest, WithoutACallbackItRunsAndWakesTheLoop)
{
    std::atomic<bool> ran{false};
    thread_pool_submit(
        [](void *opaque) {
            static_cast<std::atomic<bool> *>(opaque)->store(true);
            return 0;
        },
        &ran);
    while (!aio_poll(ctx, true)) {
    }
    EXPECT_TRUE(ran.load());
}

TEST_F(ThreadPoolTest, FormsThatNameAPoolCompleteInItsContext)
{
    AioContext *other = aio_context_new(&error_abort);
    ThreadPool *pool = aio_get_thread_pool(other);
    Job job;
    thread_pool_submit_aio(pool, Job::Run, &job, Job::Done, &job);
    while (!job.done) {
        aio_poll(other, true);
    }
    EXPECT_EQ(job.runs, 1);
    aio_context_unref(other);
}

// Tried often: a thread that kept the context a moment longer than its request
// would end it now and then.
TEST_F(ThreadPoolTest, AContextEndsInItsThreadHoweverSoonItIsGivenUp)
{
    for (int i = 0; i < 2000; i++) {
        AioContext *other = aio_context_new(&error_abort);
        bool ended = false;
        aio_context_at_end(
            other, [](void *opaque) { *static_cast<bool *>(opaque) = true; },
            &ended);
        Job job;
        thread_pool_submit_aio(aio_get_thread_pool(other), Job::Run, &job,
                               Job::Done, &job);
        while (!job.done) {
            aio_poll(other, true);
        }
        aio_context_unref(other);
        ASSERT_TRUE(ended);
    }
}

}  // namespace
