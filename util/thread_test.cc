#include "qemu/thread.h"

#include <gtest/gtest.h>

#include <functional>

namespace {

// A thread that runs a function; joined at the end of the scope.
class Joined {
 public:
    explicit Joined(std::function<void()> fn) : fn_(std::move(fn))
    {
        qemu_thread_create(&thread_, "joined", Run, this,
                           QEMU_THREAD_JOINABLE);
    }
    ~Joined() { EXPECT_EQ(qemu_thread_join(&thread_), this); }
    QemuThread *thread() { return &thread_; }

 private:
    static void *Run(void *opaque)
    {
        static_cast<Joined *>(opaque)->fn_();
        return opaque;
    }
    std::function<void()> fn_;
    QemuThread thread_;
};

TEST(ThreadTest, EachIsItselfAndNoOther)
{
    QemuThread here;
    bool is_here = true;

    qemu_thread_get_self(&here);
    {
        Joined there([&] { is_here = qemu_thread_is_self(&here); });
        EXPECT_FALSE(qemu_thread_is_self(there.thread()));
    }
    EXPECT_TRUE(qemu_thread_is_self(&here));
    EXPECT_FALSE(is_here);
}

TEST(MutexTest, CounterIsExactInTwoThreads)
{
    QemuMutex mutex;
    int counter = 0;
    auto count = [&] {
        for (int i = 0; i < 10000; i++) {
            qemu_mutex_lock(&mutex);
            counter++;
            qemu_mutex_unlock(&mutex);
        }
    };

    qemu_mutex_init(&mutex);
    {
        Joined other(count);
        count();
    }
    qemu_mutex_destroy(&mutex);
    EXPECT_EQ(counter, 20000);
}

TEST(MutexTest, TryLockOfAHeldOneSaysBusy)
{
    QemuMutex mutex;

    qemu_mutex_init(&mutex);
    EXPECT_EQ(qemu_mutex_trylock(&mutex), 0);
    EXPECT_EQ(qemu_mutex_trylock(&mutex), -EBUSY);
    qemu_mutex_unlock(&mutex);
    qemu_mutex_destroy(&mutex);
}

TEST(MutexTest, RecursiveOneMayBeTakenAgainByItsHolderOnly)
{
    QemuRecMutex mutex;
    int ret_elsewhere = 0;

    qemu_rec_mutex_init(&mutex);
    qemu_rec_mutex_lock(&mutex);
    EXPECT_EQ(qemu_rec_mutex_trylock(&mutex), 0);
    qemu_rec_mutex_unlock(&mutex);
    {
        Joined other([&] { ret_elsewhere = qemu_rec_mutex_trylock(&mutex); });
    }
    EXPECT_EQ(ret_elsewhere, -EBUSY);
    qemu_rec_mutex_unlock(&mutex);
    qemu_rec_mutex_destroy(&mutex);
}

TEST(CondTest, SignalEndsAWait)
{
    QemuMutex mutex;
    QemuCond cond;
    bool done = false;

    qemu_mutex_init(&mutex);
    qemu_cond_init(&cond);
    qemu_mutex_lock(&mutex);
    {
        Joined other([&] {
            qemu_mutex_lock(&mutex);
            done = true;
            qemu_cond_signal(&cond);
            qemu_mutex_unlock(&mutex);
        });
        while (!done) {
            qemu_cond_wait(&cond, &mutex);
        }
        qemu_mutex_unlock(&mutex);
    }
    qemu_cond_destroy(&cond);
    qemu_mutex_destroy(&mutex);
    EXPECT_TRUE(done);
}

TEST(CondTest, TimedWaitWithoutASignalSaysSo)
{
    QemuMutex mutex;
    QemuCond cond;

    qemu_mutex_init(&mutex);
    qemu_cond_init(&cond);
    qemu_mutex_lock(&mutex);
    EXPECT_FALSE(qemu_cond_timedwait(&cond, &mutex, 0));
    qemu_mutex_unlock(&mutex);
    qemu_cond_destroy(&cond);
    qemu_mutex_destroy(&mutex);
}

TEST(SemaphoreTest, CountsPosts)
{
    QemuSemaphore sem;

    qemu_sem_init(&sem, 1);
    qemu_sem_post(&sem);
    qemu_sem_wait(&sem);
    EXPECT_EQ(qemu_sem_timedwait(&sem, 0), 0);
    EXPECT_EQ(qemu_sem_timedwait(&sem, 0), -1);
    qemu_sem_destroy(&sem);
}

class EventTest : public testing::Test {
 protected:
    EventTest() { qemu_event_init(&event, false); }
    ~EventTest() override { qemu_event_destroy(&event); }
    QemuEvent event;
};

TEST_F(EventTest, WaitOfASetOneReturnsAndLeavesItSet)
{
    qemu_event_set(&event);
    qemu_event_wait(&event);
    qemu_event_wait(&event);
}

TEST_F(EventTest, WaiterSeesWhatWasWrittenBeforeTheSet)
{
    int written = 0;
    Joined other([&] {
        written = 1;
        qemu_event_set(&event);
    });

    qemu_event_wait(&event);
    EXPECT_EQ(written, 1);
}

TEST_F(EventTest, TwoThreadsHandTheTurnToAndFroManyTimes)
{
    QemuEvent answer;
    int ball = 0;

    qemu_event_init(&answer, false);
    {
        Joined other([&] {
            for (int i = 0; i < 2000; i++) {
                qemu_event_wait(&event);
                qemu_event_reset(&event);
                ball++;
                qemu_event_set(&answer);
            }
        });
        for (int i = 0; i < 2000; i++) {
            ball++;
            qemu_event_set(&event);
            qemu_event_wait(&answer);
            qemu_event_reset(&answer);
        }
    }
    qemu_event_destroy(&answer);
    EXPECT_EQ(ball, 4000);
}

TEST_F(EventTest, OneSetEndsTheWaitsOfAll)
{
    Joined first([&] { qemu_event_wait(&event); });
    Joined second([&] { qemu_event_wait(&event); });

    qemu_event_set(&event);
}

TEST(ThreadDeathTest, MutexThatWasNotInitializedAborts)
{
    QemuMutex mutex = {};

    EXPECT_DEATH(qemu_mutex_lock(&mutex), "mutex was not initialized");
}

}  // namespace
