/*
 * Nothing here is reclaimed by RCU: a thread needs no registration, and these
 * are for those who register anyway.
 */

#ifndef QEMU_RCU_H
#define QEMU_RCU_H

static inline void rcu_register_thread(void)
{
}

static inline void rcu_unregister_thread(void)
{
}

#endif /* QEMU_RCU_H */
