// Threads and their locks, over POSIX's.

#include "qemu/thread.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include "qemu/futex.h"

// `err` is an errno. 0 is fine, all else is a mistake of the caller.
static void must(int err, const char *what)
{
    if (err) {
        fprintf(stderr, "cannot %s: %s\n", what, strerror(err));
        abort();
    }
}

static void must_be_initialized(bool initialized, const char *what)
{
    if (!initialized) {
        fprintf(stderr, "%s was not initialized\n", what);
        abort();
    }
}

static struct timespec deadline_after_ms(int ms)
{
    constexpr long kNsPerSecond = 1000000000;
    struct timespec at;

    clock_gettime(CLOCK_REALTIME, &at);
    at.tv_sec += ms / 1000;
    at.tv_nsec += ms % 1000 * 1000000L;
    if (at.tv_nsec >= kNsPerSecond) {
        at.tv_sec++;
        at.tv_nsec -= kNsPerSecond;
    }
    return at;
}

static void mutex_init(QemuMutex *mutex, int type)
{
    pthread_mutexattr_t attr;

    pthread_mutexattr_init(&attr);
    pthread_mutexattr_settype(&attr, type);
    must(pthread_mutex_init(&mutex->lock, &attr), "make a mutex");
    pthread_mutexattr_destroy(&attr);
    mutex->initialized = true;
}

void qemu_mutex_init(QemuMutex *mutex)
{
    mutex_init(mutex, PTHREAD_MUTEX_NORMAL);
}

void qemu_mutex_destroy(QemuMutex *mutex)
{
    must_be_initialized(mutex->initialized, "mutex");
    mutex->initialized = false;
    must(pthread_mutex_destroy(&mutex->lock), "destroy a mutex");
}

void qemu_mutex_lock(QemuMutex *mutex)
{
    must_be_initialized(mutex->initialized, "mutex");
    must(pthread_mutex_lock(&mutex->lock), "lock a mutex");
}

int qemu_mutex_trylock(QemuMutex *mutex)
{
    must_be_initialized(mutex->initialized, "mutex");
    int err = pthread_mutex_trylock(&mutex->lock);

    if (err == EBUSY) {
        return -EBUSY;
    }
    must(err, "lock a mutex");
    return 0;
}

void qemu_mutex_unlock(QemuMutex *mutex)
{
    must_be_initialized(mutex->initialized, "mutex");
    must(pthread_mutex_unlock(&mutex->lock), "unlock a mutex");
}

void qemu_rec_mutex_init(QemuRecMutex *mutex)
{
    mutex_init(&mutex->m, PTHREAD_MUTEX_RECURSIVE);
}

void qemu_rec_mutex_destroy(QemuRecMutex *mutex)
{
    qemu_mutex_destroy(&mutex->m);
}

void qemu_rec_mutex_lock(QemuRecMutex *mutex)
{
    qemu_mutex_lock(&mutex->m);
}

int qemu_rec_mutex_trylock(QemuRecMutex *mutex)
{
    return qemu_mutex_trylock(&mutex->m);
}

void qemu_rec_mutex_unlock(QemuRecMutex *mutex)
{
    qemu_mutex_unlock(&mutex->m);
}

void qemu_cond_init(QemuCond *cond)
{
    must(pthread_cond_init(&cond->cond, nullptr), "make a condition");
    cond->initialized = true;
}

void qemu_cond_destroy(QemuCond *cond)
{
    must_be_initialized(cond->initialized, "condition");
    cond->initialized = false;
    must(pthread_cond_destroy(&cond->cond), "destroy a condition");
}

void qemu_cond_signal(QemuCond *cond)
{
    must_be_initialized(cond->initialized, "condition");
    must(pthread_cond_signal(&cond->cond), "signal a condition");
}

void qemu_cond_broadcast(QemuCond *cond)
{
    must_be_initialized(cond->initialized, "condition");
    must(pthread_cond_broadcast(&cond->cond), "signal a condition");
}

void qemu_cond_wait(QemuCond *cond, QemuMutex *mutex)
{
    must_be_initialized(cond->initialized, "condition");
    must(pthread_cond_wait(&cond->cond, &mutex->lock), "wait");
}

bool qemu_cond_timedwait(QemuCond *cond, QemuMutex *mutex, int ms)
{
    must_be_initialized(cond->initialized, "condition");
    struct timespec deadline = deadline_after_ms(ms);
    int err = pthread_cond_timedwait(&cond->cond, &mutex->lock, &deadline);

    if (err == ETIMEDOUT) {
        return false;
    }
    must(err, "wait");
    return true;
}

void qemu_sem_init(QemuSemaphore *sem, int init)
{
    must(sem_init(&sem->sem, 0, static_cast<unsigned>(init)) < 0 ? errno : 0,
         "make a semaphore");
    sem->initialized = true;
}

void qemu_sem_destroy(QemuSemaphore *sem)
{
    must_be_initialized(sem->initialized, "semaphore");
    sem->initialized = false;
    sem_destroy(&sem->sem);
}

void qemu_sem_post(QemuSemaphore *sem)
{
    must_be_initialized(sem->initialized, "semaphore");
    must(sem_post(&sem->sem) < 0 ? errno : 0, "post to a semaphore");
}

void qemu_sem_wait(QemuSemaphore *sem)
{
    must_be_initialized(sem->initialized, "semaphore");
    int ret = RETRY_ON_EINTR(sem_wait(&sem->sem));
    must(ret < 0 ? errno : 0, "wait for a semaphore");
}

int qemu_sem_timedwait(QemuSemaphore *sem, int ms)
{
    must_be_initialized(sem->initialized, "semaphore");
    struct timespec deadline = deadline_after_ms(ms);
    int ret = RETRY_ON_EINTR(sem_timedwait(&sem->sem, &deadline));

    if (ret < 0 && errno == ETIMEDOUT) {
        return -1;
    }
    must(ret < 0 ? errno : 0, "wait for a semaphore");
    return 0;
}

namespace {

// Values of a QemuEvent.
enum : unsigned {
    kEventSet = 0,
    kEventClear = 1,
    kEventAwaited = 2,  // clear, and somebody sleeps or is about to
};

}  // namespace

void qemu_event_init(QemuEvent *ev, bool init)
{
    ev->value = init ? kEventSet : kEventClear;
    ev->initialized = true;
}

void qemu_event_destroy(QemuEvent *ev)
{
    must_be_initialized(ev->initialized, "event");
    ev->initialized = false;
}

void qemu_event_set(QemuEvent *ev)
{
    must_be_initialized(ev->initialized, "event");
    // Pairs with the load in qemu_event_wait(), which sees what was written
    // before, and with its exchange: a sleeper is seen here or never sleeps.
    // From here on the waiter may be gone with the event; a wake needs only
    // the address.
    if (qatomic_xchg(&ev->value, kEventSet) == kEventAwaited) {
        qemu_futex_wake_all(&ev->value);
    }
}

void qemu_event_reset(QemuEvent *ev)
{
    must_be_initialized(ev->initialized, "event");
    // Pairs with the exchange in qemu_event_set(): the caller's looks at its
    // condition come after. Awaited stays awaited.
    (void)qatomic_cmpxchg(&ev->value, +kEventSet, +kEventClear);
}

void qemu_event_wait(QemuEvent *ev)
{
    must_be_initialized(ev->initialized, "event");
    // Pairs with the exchange in qemu_event_set().
    while (qatomic_load_acquire(&ev->value) != kEventSet) {
        if (qatomic_cmpxchg(&ev->value, +kEventClear, +kEventAwaited) !=
            kEventSet) {
            qemu_futex_wait(&ev->value, kEventAwaited);
        }
    }
}

namespace {

struct ThreadStart {
    void *(*routine)(void *);
    void *arg;
    char name[16];
};

}  // namespace

static void *thread_main(void *opaque)
{
    auto *start = static_cast<ThreadStart *>(opaque);
    ThreadStart mine = *start;

    delete start;
    if (mine.name[0]) {
        pthread_setname_np(pthread_self(), mine.name);
    }
    return mine.routine(mine.arg);
}

void qemu_thread_create(QemuThread *thread, const char *name,
                        void *(*start_routine)(void *), void *arg, int mode)
{
    auto *start = new ThreadStart{start_routine, arg, ""};
    pthread_attr_t attr;

    snprintf(start->name, sizeof(start->name), "%.15s", name ? name : "");
    pthread_attr_init(&attr);
    if (mode == QEMU_THREAD_DETACHED) {
        pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    }
    must(pthread_create(&thread->thread, &attr, thread_main, start),
         "start a thread");
    pthread_attr_destroy(&attr);
}

void *qemu_thread_join(QemuThread *thread)
{
    void *result;

    must(pthread_join(thread->thread, &result), "join a thread");
    return result;
}

void qemu_thread_get_self(QemuThread *thread)
{
    thread->thread = pthread_self();
}

bool qemu_thread_is_self(QemuThread *thread)
{
    return pthread_equal(pthread_self(), thread->thread);
}

void qemu_thread_exit(void *retval)
{
    pthread_exit(retval);
}
