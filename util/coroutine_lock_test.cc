#include "qemu/coroutine_int.h"
#include "qemu/lockable.h"
#include "util/iothread.h"
#include "util/loop_fixture.h"

namespace {

using Body = std::function<void()>;

class CoLockTest : public LoopTest {
 protected:
    CoLockTest()
    {
        qemu_set_current_aio_context(ctx);
        qemu_co_mutex_init(&mutex);
        qemu_co_queue_init(&queue);
        qemu_co_rwlock_init(&rwlock);
    }
    ~CoLockTest() override { qemu_set_current_aio_context(nullptr); }

    static void coroutine_fn RunBody(void *opaque)
    {
        (*static_cast<Body *>(opaque))();
    }

    // Starts `body` in a coroutine; it must outlive that one.
    static Coroutine *Start(Body *body)
    {
        Coroutine *co = qemu_coroutine_create(RunBody, body);
        qemu_coroutine_enter(co);
        return co;
    }

    // Locks, notes `name`, yields, unlocks.
    Body Holder(char name)
    {
        return [this, name] {
            qemu_co_mutex_lock(&mutex);
            order += name;
            qemu_coroutine_yield();
            qemu_co_mutex_unlock(&mutex);
        };
    }
    Body Reader(char name)
    {
        return [this, name] {
            qemu_co_rwlock_rdlock(&rwlock);
            order += name;
            qemu_coroutine_yield();
            qemu_co_rwlock_unlock(&rwlock);
        };
    }
    Body Writer(char name)
    {
        return [this, name] {
            qemu_co_rwlock_wrlock(&rwlock);
            order += name;
            qemu_coroutine_yield();
            qemu_co_rwlock_unlock(&rwlock);
        };
    }
    Body Waiter(char name)
    {
        return [this, name] {
            qemu_co_queue_wait(&queue, nullptr);
            order += name;
        };
    }

    CoMutex mutex;
    CoQueue queue;
    CoRwlock rwlock;
    std::string order;
};

TEST_F(CoLockTest, MutexGoesToThoseWhoWaitInTheirOrder)
{
    Body a = Holder('a'), b = Holder('b'), c = Holder('c');
    Coroutine *co_a = Start(&a), *co_b = Start(&b), *co_c = Start(&c);

    EXPECT_EQ(order, "a");
    qemu_coroutine_enter(co_a);
    EXPECT_EQ(order, "ab");
    qemu_coroutine_enter(co_b);
    EXPECT_EQ(order, "abc");
    qemu_coroutine_enter(co_c);
    EXPECT_FALSE(mutex.locked);
}

TEST_F(CoLockTest, MutexThatIsHandedOverCannotBeTakenInBetween)
{
    Body taker = [&] {
        qemu_co_mutex_lock(&mutex);
        order += 't';
        qemu_co_mutex_unlock(&mutex);
    };
    Body heir = Holder('h');
    Body holder = [&] {
        qemu_co_mutex_lock(&mutex);
        qemu_coroutine_yield();
        qemu_co_mutex_unlock(&mutex);
        Start(&taker);
        order += '-';
    };
    Coroutine *co = Start(&holder);
    Coroutine *co_heir = Start(&heir);

    qemu_coroutine_enter(co);
    EXPECT_EQ(order, "-h");
    qemu_coroutine_enter(co_heir);
    EXPECT_EQ(order, "-ht");
}

TEST_F(CoLockTest, CounterUnderAMutexIsExactInTwoThreads)
{
    static constexpr int kRounds = 2000;
    io_kernel_replace(nullptr);
    IOThread *iothread = iothread_create("other", &error_abort);
    int counter = 0;
    std::atomic<int> ended{0};
    Body count = [&] {
        for (int i = 0; i < kRounds; i++) {
            qemu_co_mutex_lock(&mutex);
            counter++;
            qemu_co_mutex_unlock(&mutex);
        }
        ended.fetch_add(1);
        aio_notify(ctx);
    };

    aio_co_schedule(iothread_get_aio_context(iothread),
                    qemu_coroutine_create(RunBody, &count));
    aio_co_schedule(ctx, qemu_coroutine_create(RunBody, &count));
    while (ended.load() < 2) {
        PollBlocking();
    }
    iothread_destroy(iothread);
    EXPECT_EQ(counter, 2 * kRounds);
}

TEST_F(CoLockTest, QueueWakesTheFirstWhenTheWakerYields)
{
    Body a = Waiter('a'), b = Waiter('b');
    Body waker = [&] {
        EXPECT_TRUE(qemu_co_queue_next(&queue));
        order += '-';
    };

    Start(&a);
    Start(&b);
    Start(&waker);
    EXPECT_EQ(order, "-a");
    EXPECT_TRUE(qemu_co_enter_next(&queue, nullptr));
    EXPECT_EQ(order, "-ab");
    EXPECT_FALSE(qemu_co_enter_next(&queue, nullptr));
}

TEST_F(CoLockTest, RestartAllWakesAllInOrder)
{
    Body a = Waiter('a'), b = Waiter('b');
    Body waker = [&] {
        qemu_co_queue_restart_all(&queue);
        EXPECT_TRUE(qemu_co_queue_empty(&queue));
    };

    Start(&a);
    Start(&b);
    Start(&waker);
    EXPECT_EQ(order, "ab");
}

TEST_F(CoLockTest, QueueLetsGoOfItsMutexWhileItWaits)
{
    Body waiter = [&] {
        qemu_co_mutex_lock(&mutex);
        qemu_co_queue_wait(&queue, &mutex);
        order += mutex.holder == qemu_coroutine_self() ? 'h' : '?';
        qemu_co_mutex_unlock(&mutex);
    };

    Start(&waiter);
    EXPECT_FALSE(mutex.locked);
    qemu_co_enter_all(&queue, nullptr);
    EXPECT_EQ(order, "h");
    EXPECT_FALSE(mutex.locked);
}

TEST_F(CoLockTest, EnterNextLetsGoOfAThreadsMutexWhileTheOtherRuns)
{
    QemuMutex outside;
    qemu_mutex_init(&outside);
    Body waiter = [&] {
        qemu_mutex_lock(&outside);
        qemu_co_queue_wait(&queue, &outside);
        order += "held";
        qemu_mutex_unlock(&outside);
    };

    Start(&waiter);
    qemu_mutex_lock(&outside);
    EXPECT_TRUE(qemu_co_enter_next(&queue, &outside));
    EXPECT_EQ(order, "held");
    EXPECT_EQ(qemu_mutex_trylock(&outside), -EBUSY);
    qemu_mutex_unlock(&outside);
    qemu_mutex_destroy(&outside);
}

TEST_F(CoLockTest, ReadersShareAndAWriterWaitsForAll)
{
    Body a = Reader('a'), b = Reader('b'), w = Writer('w');
    Coroutine *co_a = Start(&a), *co_b = Start(&b), *co_w = Start(&w);

    EXPECT_EQ(order, "ab");
    qemu_coroutine_enter(co_a);
    EXPECT_EQ(order, "ab");
    qemu_coroutine_enter(co_b);
    EXPECT_EQ(order, "abw");
    qemu_coroutine_enter(co_w);
    EXPECT_EQ(rwlock.owners, 0);
}

TEST_F(CoLockTest, ReaderDoesNotOvertakeAWaitingWriter)
{
    Body a = Reader('a'), w = Writer('w'), b = Reader('b');
    Coroutine *co_a = Start(&a), *co_w = Start(&w), *co_b = Start(&b);

    EXPECT_EQ(order, "a");
    qemu_coroutine_enter(co_a);
    EXPECT_EQ(order, "aw");
    qemu_coroutine_enter(co_w);
    EXPECT_EQ(order, "awb");
    qemu_coroutine_enter(co_b);
    EXPECT_EQ(rwlock.owners, 0);
}

TEST_F(CoLockTest, OnlyReaderUpgradesAtOnce)
{
    Body body = [&] {
        qemu_co_rwlock_rdlock(&rwlock);
        qemu_co_rwlock_upgrade(&rwlock);
        EXPECT_EQ(rwlock.owners, -1);
        qemu_co_rwlock_unlock(&rwlock);
        order += "done";
    };

    Start(&body);
    EXPECT_EQ(order, "done");
}

TEST_F(CoLockTest, UpgradeWaitsForTheOtherReaders)
{
    Body upgrader = [&] {
        qemu_co_rwlock_rdlock(&rwlock);
        qemu_co_rwlock_upgrade(&rwlock);
        order += 'u';
        qemu_co_rwlock_unlock(&rwlock);
    };
    Body r = Reader('r');
    Coroutine *reader = Start(&r);

    Start(&upgrader);
    EXPECT_EQ(order, "r");
    qemu_coroutine_enter(reader);
    EXPECT_EQ(order, "ru");
    EXPECT_EQ(rwlock.owners, 0);
}

TEST_F(CoLockTest, DowngradeLetsReadersInAndKeepsWritersOut)
{
    Body downgrader = [&] {
        qemu_co_rwlock_wrlock(&rwlock);
        qemu_coroutine_yield();
        qemu_co_rwlock_downgrade(&rwlock);
        qemu_coroutine_yield();
        qemu_co_rwlock_unlock(&rwlock);
    };
    Body r = Reader('r'), w = Writer('w');
    Coroutine *down = Start(&downgrader);
    Coroutine *reader = Start(&r), *writer = Start(&w);

    qemu_coroutine_enter(down);
    EXPECT_EQ(order, "r");
    qemu_coroutine_enter(down);
    EXPECT_EQ(order, "r");
    qemu_coroutine_enter(reader);
    EXPECT_EQ(order, "rw");
    qemu_coroutine_enter(writer);
    EXPECT_EQ(rwlock.owners, 0);
}

TEST_F(CoLockTest, LockableOfNullIsNull)
{
    CoMutex *none = nullptr;

    EXPECT_EQ(QEMU_MAKE_LOCKABLE(none), nullptr);
    EXPECT_EQ(QEMU_MAKE_LOCKABLE(nullptr), nullptr);
}

using CoLockDeathTest = CoLockTest;

TEST_F(CoLockDeathTest, LockingOutsideACoroutineAborts)
{
    EXPECT_DEATH(qemu_co_mutex_lock(&mutex), "outside a coroutine");
}

TEST_F(CoLockDeathTest, UnlockingWhatAnotherHoldsAborts)
{
    Body holder = Holder('h');
    Body thief = [&] { qemu_co_mutex_unlock(&mutex); };

    EXPECT_DEATH(
        {
            Start(&holder);
            Start(&thief);
        },
        "holder");
}

}  // namespace
