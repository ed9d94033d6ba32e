/*
 * Atomic accesses and memory barriers. In new C++ code std::atomic says the
 * same; these are for C and for what is written like it.
 */

#ifndef QEMU_ATOMIC_H
#define QEMU_ATOMIC_H

/* Barriers between the accesses before and those after. */
#define smp_mb() __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define smp_mb_acquire() __atomic_thread_fence(__ATOMIC_ACQUIRE)
#define smp_mb_release() __atomic_thread_fence(__ATOMIC_RELEASE)
#define smp_rmb() smp_mb_acquire()
#define smp_wmb() smp_mb_release()
#define smp_read_barrier_depends() smp_mb_acquire()

/* One access, relaxed unless its name says more. */
#define qatomic_read(ptr) __atomic_load_n(ptr, __ATOMIC_RELAXED)
#define qatomic_set(ptr, v) __atomic_store_n(ptr, v, __ATOMIC_RELAXED)
#define qatomic_load_acquire(ptr) __atomic_load_n(ptr, __ATOMIC_ACQUIRE)
#define qatomic_store_release(ptr, v) \
    __atomic_store_n(ptr, v, __ATOMIC_RELEASE)
#define qatomic_mb_read(ptr) __atomic_load_n(ptr, __ATOMIC_SEQ_CST)
#define qatomic_mb_set(ptr, v) __atomic_store_n(ptr, v, __ATOMIC_SEQ_CST)
/* The same under its name since 2023. */
#define qatomic_set_mb(ptr, v) qatomic_mb_set(ptr, v)

/* Read, change, write: a full barrier each; the old value is the result. */
#define qatomic_xchg(ptr, v) __atomic_exchange_n(ptr, v, __ATOMIC_SEQ_CST)
#define qatomic_cmpxchg(ptr, old, v) __extension__ ({                       \
    __typeof__(*(ptr)) cx_ = (old);                                         \
    (void)__atomic_compare_exchange_n(ptr, &cx_, v, 0, __ATOMIC_SEQ_CST,    \
                                      __ATOMIC_SEQ_CST);                    \
    cx_; })
#define qatomic_fetch_add(ptr, n) __atomic_fetch_add(ptr, n, __ATOMIC_SEQ_CST)
#define qatomic_fetch_sub(ptr, n) __atomic_fetch_sub(ptr, n, __ATOMIC_SEQ_CST)
#define qatomic_fetch_and(ptr, n) __atomic_fetch_and(ptr, n, __ATOMIC_SEQ_CST)
#define qatomic_fetch_or(ptr, n) __atomic_fetch_or(ptr, n, __ATOMIC_SEQ_CST)
#define qatomic_fetch_inc(ptr) qatomic_fetch_add(ptr, 1)
#define qatomic_fetch_dec(ptr) qatomic_fetch_sub(ptr, 1)
#define qatomic_inc(ptr) ((void)qatomic_fetch_inc(ptr))
#define qatomic_dec(ptr) ((void)qatomic_fetch_dec(ptr))
#define qatomic_add(ptr, n) ((void)qatomic_fetch_add(ptr, n))
#define qatomic_sub(ptr, n) ((void)qatomic_fetch_sub(ptr, n))
#define qatomic_and(ptr, n) ((void)qatomic_fetch_and(ptr, n))
#define qatomic_or(ptr, n) ((void)qatomic_fetch_or(ptr, n))

/* The names of before 2020, some of which C++ has for other things. */
#ifndef __cplusplus
#define barrier() __atomic_signal_fence(__ATOMIC_SEQ_CST)
#define atomic_read(ptr) qatomic_read(ptr)
#define atomic_set(ptr, v) qatomic_set(ptr, v)
#define atomic_load_acquire(ptr) qatomic_load_acquire(ptr)
#define atomic_store_release(ptr, v) qatomic_store_release(ptr, v)
#define atomic_mb_read(ptr) qatomic_mb_read(ptr)
#define atomic_mb_set(ptr, v) qatomic_mb_set(ptr, v)
#define atomic_xchg(ptr, v) qatomic_xchg(ptr, v)
#define atomic_cmpxchg(ptr, old, v) qatomic_cmpxchg(ptr, old, v)
#define atomic_fetch_add(ptr, n) qatomic_fetch_add(ptr, n)
#define atomic_fetch_sub(ptr, n) qatomic_fetch_sub(ptr, n)
#define atomic_fetch_and(ptr, n) qatomic_fetch_and(ptr, n)
#define atomic_fetch_or(ptr, n) qatomic_fetch_or(ptr, n)
#define atomic_fetch_inc(ptr) qatomic_fetch_inc(ptr)
#define atomic_fetch_dec(ptr) qatomic_fetch_dec(ptr)
#define atomic_inc(ptr) qatomic_inc(ptr)
#define atomic_dec(ptr) qatomic_dec(ptr)
#define atomic_add(ptr, n) qatomic_add(ptr, n)
#define atomic_sub(ptr, n) qatomic_sub(ptr, n)
#define atomic_and(ptr, n) qatomic_and(ptr, n)
#define atomic_or(ptr, n) qatomic_or(ptr, n)
#endif

#endif /* QEMU_ATOMIC_H */
