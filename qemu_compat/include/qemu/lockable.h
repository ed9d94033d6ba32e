/*
 * QemuLockable: some lock or other, to be given to a function that has to let
 * go of it for a while.
 */

#ifndef QEMU_LOCKABLE_H
#define QEMU_LOCKABLE_H

#include "qemu/coroutine.h"
#include "qemu/thread.h"

typedef void QemuLockUnlockFunc(void *object);

struct QemuLockable {
    void *object;
    QemuLockUnlockFunc *lock;
    QemuLockUnlockFunc *unlock;
};

static inline void qemu_lockable_lock(QemuLockable *x)
{
    x->lock(x->object);
}

static inline void qemu_lockable_unlock(QemuLockable *x)
{
    x->unlock(x->object);
}

static inline void qemu_lockable_mutex_lock_(void *object)
{
    qemu_mutex_lock((QemuMutex *)object);
}

static inline void qemu_lockable_mutex_unlock_(void *object)
{
    qemu_mutex_unlock((QemuMutex *)object);
}

static inline void qemu_lockable_rec_mutex_lock_(void *object)
{
    qemu_rec_mutex_lock((QemuRecMutex *)object);
}

static inline void qemu_lockable_rec_mutex_unlock_(void *object)
{
    qemu_rec_mutex_unlock((QemuRecMutex *)object);
}

static inline void qemu_lockable_co_mutex_lock_(void *object)
{
    qemu_co_mutex_lock((CoMutex *)object);
}

static inline void qemu_lockable_co_mutex_unlock_(void *object)
{
    qemu_co_mutex_unlock((CoMutex *)object);
}

/*
 * QEMU_MAKE_LOCKABLE(x): the QemuLockable * of a QemuMutex *, QemuRecMutex *,
 * CoMutex * or QemuLockable *; NULL for NULL. In C it lives as long as the
 * block around it, in C++ as long as the expression.
 */
#ifdef __cplusplus

extern "C++" {

class QemuLockableRef_ {
 public:
    QemuLockableRef_(QemuMutex *x)
        : lockable_{x, qemu_lockable_mutex_lock_, qemu_lockable_mutex_unlock_}
    {
    }
    QemuLockableRef_(QemuRecMutex *x)
        : lockable_{x, qemu_lockable_rec_mutex_lock_,
                    qemu_lockable_rec_mutex_unlock_}
    {
    }
    QemuLockableRef_(CoMutex *x)
        : lockable_{x, qemu_lockable_co_mutex_lock_,
                    qemu_lockable_co_mutex_unlock_}
    {
    }
    QemuLockableRef_(QemuLockable *x) : given_(x) {}
    QemuLockableRef_(decltype(nullptr)) {}

    QemuLockable *get()
    {
        return lockable_.object ? &lockable_ : given_;
    }

 private:
    QemuLockable lockable_ = {nullptr, nullptr, nullptr};
    QemuLockable *given_ = nullptr;
};

}  /* extern "C++" */

#define QEMU_MAKE_LOCKABLE(x) (QemuLockableRef_(x).get())

#else

#define QEMU_LOCK_FUNC_(x)                                  \
    _Generic((x),                                           \
             QemuMutex *: qemu_lockable_mutex_lock_,        \
             QemuRecMutex *: qemu_lockable_rec_mutex_lock_, \
             CoMutex *: qemu_lockable_co_mutex_lock_,       \
             default: NULL)
#define QEMU_UNLOCK_FUNC_(x)                                  \
    _Generic((x),                                             \
             QemuMutex *: qemu_lockable_mutex_unlock_,        \
             QemuRecMutex *: qemu_lockable_rec_mutex_unlock_, \
             CoMutex *: qemu_lockable_co_mutex_unlock_,       \
             default: NULL)

/* One that is a QemuLockable * or NULL already is itself. */
static inline QemuLockable *qemu_lockable_of_(QemuLockable *made, void *x)
{
    return made->lock && x ? made : (QemuLockable *)x;
}

#define QEMU_MAKE_LOCKABLE(x)                                 \
    qemu_lockable_of_(&(QemuLockable){.object = (x),          \
                                      .lock = QEMU_LOCK_FUNC_(x), \
                                      .unlock = QEMU_UNLOCK_FUNC_(x)}, \
                      (x))

#endif

#endif /* QEMU_LOCKABLE_H */
