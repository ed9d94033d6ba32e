// What coroutines wait for one another with.
//
// Whoever lets another go on gives it what it waits for first, and wakes it
// then; so the woken one need not look again. A waiter is in its queue before
// it yields: one that wakes it from another thread goes through its home's
// bottom halves (aio_co_wake), which run after it has yielded.

#include "block/aio.h"
#include "qemu/coroutine_int.h"
#include "qemu/lockable.h"

struct CoWaiter {
    Coroutine *co;
    bool reads;  // of a CoRwlock
    QSIMPLEQ_ENTRY(CoWaiter) next;
};

using CoWaiters = QSIMPLEQ_HEAD(, CoWaiter);

namespace {

// Its memory needs no destruction, as that of a CoMutex has none.
void guard_init(pthread_mutex_t *guard)
{
    const pthread_mutex_t fresh = PTHREAD_MUTEX_INITIALIZER;

    *guard = fresh;
}

class Guard {
 public:
    explicit Guard(pthread_mutex_t *guard) : guard_(guard)
    {
        pthread_mutex_lock(guard_);
    }
    ~Guard() { pthread_mutex_unlock(guard_); }
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;

 private:
    pthread_mutex_t *guard_;
};

void must_be_coroutine(const char *what)
{
    if (!qemu_in_coroutine()) {
        fprintf(stderr, "%s() outside a coroutine\n", what);
        abort();
    }
}

}  // namespace

void qemu_co_mutex_init(CoMutex *mutex)
{
    guard_init(&mutex->guard);
    mutex->locked = false;
    mutex->holder = nullptr;
    QSIMPLEQ_INIT(&mutex->waiters);
}

void coroutine_fn qemu_co_mutex_lock(CoMutex *mutex)
{
    CoWaiter self = {qemu_coroutine_self(), false, {}};

    must_be_coroutine(__func__);
    {
        Guard guard(&mutex->guard);

        if (!mutex->locked) {
            mutex->locked = true;
            mutex->holder = self.co;
            return;
        }
        QSIMPLEQ_INSERT_TAIL(&mutex->waiters, &self, next);
    }
    qemu_coroutine_yield();
    assert(mutex->holder == self.co);
}

// Makes the first waiter the holder. Returns: it, or NULL.
static Coroutine *hand_over(CoMutex *mutex)
{
    Guard guard(&mutex->guard);
    CoWaiter *heir = QSIMPLEQ_FIRST(&mutex->waiters);

    assert(mutex->locked && mutex->holder == qemu_coroutine_self());
    if (heir) {
        QSIMPLEQ_REMOVE_HEAD(&mutex->waiters, next);
    }
    mutex->locked = heir != nullptr;
    mutex->holder = heir ? heir->co : nullptr;
    return mutex->holder;
}

void coroutine_fn qemu_co_mutex_unlock(CoMutex *mutex)
{
    must_be_coroutine(__func__);
    if (Coroutine *heir = hand_over(mutex)) {
        aio_co_wake(heir);
    }
}

void qemu_co_queue_init(CoQueue *queue)
{
    QSIMPLEQ_INIT(&queue->entries);
}

void coroutine_fn qemu_co_queue_wait_impl(CoQueue *queue, QemuLockable *lock)
{
    Coroutine *self = qemu_coroutine_self();

    must_be_coroutine("qemu_co_queue_wait");
    QSIMPLEQ_INSERT_TAIL(&queue->entries, self, co_queue_next);
    if (lock) {
        qemu_lockable_unlock(lock);
    }
    qemu_coroutine_yield();
    if (lock) {
        qemu_lockable_lock(lock);
    }
}

static Coroutine *take_first(CoQueue *queue)
{
    Coroutine *first = QSIMPLEQ_FIRST(&queue->entries);

    if (first) {
        QSIMPLEQ_REMOVE_HEAD(&queue->entries, co_queue_next);
    }
    return first;
}

bool qemu_co_enter_next_impl(CoQueue *queue, QemuLockable *lock)
{
    Coroutine *first = take_first(queue);

    if (!first) {
        return false;
    }
    if (lock) {
        qemu_lockable_unlock(lock);
    }
    aio_co_wake(first);
    if (lock) {
        qemu_lockable_lock(lock);
    }
    return true;
}

void qemu_co_enter_all_impl(CoQueue *queue, QemuLockable *lock)
{
    while (qemu_co_enter_next_impl(queue, lock)) {
        continue;
    }
}

bool coroutine_fn qemu_co_queue_next(CoQueue *queue)
{
    must_be_coroutine(__func__);
    // A coroutine's wakes wait until it yields: the lock may stay held.
    return qemu_co_enter_next_impl(queue, nullptr);
}

void coroutine_fn qemu_co_queue_restart_all(CoQueue *queue)
{
    must_be_coroutine(__func__);
    qemu_co_enter_all_impl(queue, nullptr);
}

bool qemu_co_queue_empty(CoQueue *queue)
{
    return QSIMPLEQ_EMPTY(&queue->entries);
}

void qemu_co_rwlock_init(CoRwlock *lock)
{
    guard_init(&lock->guard);
    lock->owners = 0;
    QSIMPLEQ_INIT(&lock->waiters);
}

// Requires: the guard. Makes owners of the first waiters as far as they can be
// at once, and moves them to `granted`.
static void grant(CoRwlock *lock, CoWaiters *granted)
{
    while (CoWaiter *first = QSIMPLEQ_FIRST(&lock->waiters)) {
        if (first->reads ? lock->owners < 0 : lock->owners != 0) {
            return;
        }
        lock->owners += first->reads ? 1 : -1;
        QSIMPLEQ_REMOVE_HEAD(&lock->waiters, next);
        QSIMPLEQ_INSERT_TAIL(granted, first, next);
    }
}

// A waiter is on the stack of its coroutine: gone once that was woken.
static void wake_all(CoWaiters *granted)
{
    while (CoWaiter *first = QSIMPLEQ_FIRST(granted)) {
        Coroutine *co = first->co;

        QSIMPLEQ_REMOVE_HEAD(granted, next);
        aio_co_wake(co);
    }
}

// Gives up `from` (owners' worth of it) and wakes those that may own it now.
static void change_owners(CoRwlock *lock, int change)
{
    CoWaiters granted = QSIMPLEQ_HEAD_INITIALIZER(granted);

    {
        Guard guard(&lock->guard);

        lock->owners += change;
        grant(lock, &granted);
    }
    wake_all(&granted);
}

// Owns at once if that is possible, else behind all who wait already.
static void rwlock_lock(CoRwlock *lock, bool reads, const char *what)
{
    CoWaiter self = {qemu_coroutine_self(), reads, {}};

    must_be_coroutine(what);
    {
        Guard guard(&lock->guard);
        bool free = reads ? lock->owners >= 0 : lock->owners == 0;

        if (free && QSIMPLEQ_EMPTY(&lock->waiters)) {
            lock->owners += reads ? 1 : -1;
            return;
        }
        QSIMPLEQ_INSERT_TAIL(&lock->waiters, &self, next);
    }
    qemu_coroutine_yield();
}

void coroutine_fn qemu_co_rwlock_rdlock(CoRwlock *lock)
{
    rwlock_lock(lock, true, __func__);
}

void coroutine_fn qemu_co_rwlock_wrlock(CoRwlock *lock)
{
    rwlock_lock(lock, false, __func__);
}

void coroutine_fn qemu_co_rwlock_upgrade(CoRwlock *lock)
{
    CoWaiters granted = QSIMPLEQ_HEAD_INITIALIZER(granted);
    CoWaiter self = {qemu_coroutine_self(), false, {}};

    must_be_coroutine(__func__);
    {
        Guard guard(&lock->guard);

        assert(lock->owners > 0);
        if (lock->owners == 1 && QSIMPLEQ_EMPTY(&lock->waiters)) {
            lock->owners = -1;
            return;
        }
        // Never granted here: another one owns it or waits in front.
        QSIMPLEQ_INSERT_TAIL(&lock->waiters, &self, next);
        lock->owners--;
        grant(lock, &granted);
    }
    wake_all(&granted);
    qemu_coroutine_yield();
}

void coroutine_fn qemu_co_rwlock_downgrade(CoRwlock *lock)
{
    must_be_coroutine(__func__);
    assert(lock->owners == -1);
    change_owners(lock, 2);
}

void coroutine_fn qemu_co_rwlock_unlock(CoRwlock *lock)
{
    must_be_coroutine(__func__);
    assert(lock->owners != 0);
    // Owned by the caller, so its sign stands still.
    change_owners(lock, lock->owners < 0 ? 1 : -1);
}
