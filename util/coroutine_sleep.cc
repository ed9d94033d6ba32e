// Coroutines that sleep on a timer of their context.

#include "block/aio.h"
#include "qemu/coroutine_int.h"

static void sleep_over(void *opaque)
{
    qemu_co_sleep_wake(static_cast<QemuCoSleep *>(opaque));
}

void qemu_co_sleep_wake(QemuCoSleep *w)
{
    Coroutine *co = w->to_wake;

    w->to_wake = nullptr;
    if (co) {
        aio_co_wake(co);
    }
}

void coroutine_fn qemu_co_sleep_ns_wakeable(QemuCoSleep *w,
                                            QEMUClockType type, int64_t ns)
{
    QEMUTimer timer;

    assert(qemu_in_coroutine() && !w->to_wake);
    w->to_wake = qemu_coroutine_self();
    aio_timer_init(qemu_get_current_aio_context(), &timer, type, SCALE_NS,
                   sleep_over, w);
    timer_mod(&timer, qemu_clock_get_ns(type) + ns);
    qemu_coroutine_yield();
    timer_del(&timer);
}

void coroutine_fn qemu_co_sleep_ns(QEMUClockType type, int64_t ns)
{
    QemuCoSleep w = {};

    qemu_co_sleep_ns_wakeable(&w, type, ns);
}
