/*
 * Threads, and what they wait for one another with.
 *
 * All of these may be used by any thread; init and destroy while nobody else
 * does. Misuse that the system notices is an abort.
 */

#ifndef QEMU_THREAD_H
#define QEMU_THREAD_H

#include <pthread.h>
#include <semaphore.h>

#include "qemu/atomic.h"
#include "qemu/osdep.h"

struct QemuMutex {
    pthread_mutex_t lock;
    bool initialized;
};

/* Its holder may take it again. */
struct QemuRecMutex {
    QemuMutex m;
};

typedef struct QemuCond {
    pthread_cond_t cond;
    bool initialized;
} QemuCond;

typedef struct QemuSemaphore {
    sem_t sem;
    bool initialized;
} QemuSemaphore;

/* A flag that can be waited for; see thread.cc for the values. */
typedef struct QemuEvent {
    unsigned value;
    bool initialized;
} QemuEvent;

typedef struct QemuThread {
    pthread_t thread;
} QemuThread;

#define QEMU_THREAD_JOINABLE 0
#define QEMU_THREAD_DETACHED 1

#ifdef __cplusplus
extern "C" {
#endif

void qemu_mutex_init(QemuMutex *mutex);
void qemu_mutex_destroy(QemuMutex *mutex);
void qemu_mutex_lock(QemuMutex *mutex);
/* Returns: 0 if it was taken, else -EBUSY. */
int qemu_mutex_trylock(QemuMutex *mutex);
void qemu_mutex_unlock(QemuMutex *mutex);

void qemu_rec_mutex_init(QemuRecMutex *mutex);
void qemu_rec_mutex_destroy(QemuRecMutex *mutex);
void qemu_rec_mutex_lock(QemuRecMutex *mutex);
/* Returns: 0 if it was taken, else -EBUSY. */
int qemu_rec_mutex_trylock(QemuRecMutex *mutex);
void qemu_rec_mutex_unlock(QemuRecMutex *mutex);

void qemu_cond_init(QemuCond *cond);
void qemu_cond_destroy(QemuCond *cond);
void qemu_cond_signal(QemuCond *cond);
void qemu_cond_broadcast(QemuCond *cond);

/*
 * Waits for a signal; `mutex` is free meanwhile. May return without one.
 *
 *   ms        how long at most
 * Returns:    false when the time is over.
 * Requires:   the caller holds `mutex`.
 */
void qemu_cond_wait(QemuCond *cond, QemuMutex *mutex);
bool qemu_cond_timedwait(QemuCond *cond, QemuMutex *mutex, int ms);

void qemu_sem_init(QemuSemaphore *sem, int init);
void qemu_sem_destroy(QemuSemaphore *sem);
void qemu_sem_post(QemuSemaphore *sem);
void qemu_sem_wait(QemuSemaphore *sem);
/* Returns: 0, or -1 when `ms` milliseconds are over. */
int qemu_sem_timedwait(QemuSemaphore *sem, int ms);

/* What was written before set() is visible after the wait() that it ends. */
void qemu_event_init(QemuEvent *ev, bool init);
void qemu_event_destroy(QemuEvent *ev);
void qemu_event_set(QemuEvent *ev);
void qemu_event_reset(QemuEvent *ev);
void qemu_event_wait(QemuEvent *ev);

/*
 * Starts start_routine(arg) in a thread.
 *
 *   name  for debuggers, 15 characters of it; may be NULL
 *   mode  QEMU_THREAD_JOINABLE: to be joined once; or QEMU_THREAD_DETACHED
 */
void qemu_thread_create(QemuThread *thread, const char *name,
                        void *(*start_routine)(void *), void *arg, int mode);
/* Returns: what its routine returned, after it has. */
void *qemu_thread_join(QemuThread *thread);
void qemu_thread_get_self(QemuThread *thread);
bool qemu_thread_is_self(QemuThread *thread);
QEMU_NORETURN void qemu_thread_exit(void *retval);

#ifdef __cplusplus
}
#endif

#endif /* QEMU_THREAD_H */
