/*
 * A counter in the kernel that can be waited for as a descriptor.
 *
 * Its owner embeds it; it must not move while a loop watches it.
 */

#ifndef QEMU_EVENT_NOTIFIER_H
#define QEMU_EVENT_NOTIFIER_H

#include "qemu/osdep.h"

struct EventNotifier {
    int rfd; /* an eventfd, so both are the same; -1 before and after use */
    int wfd;
    bool initialized;
};

typedef void EventNotifierHandler(EventNotifier *e);

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Makes the eventfd, already set when `active` is not 0.
 *
 * Returns:  0 or -errno.
 */
int event_notifier_init(EventNotifier *e, int active);

/* Closes it; a second call does nothing. */
void event_notifier_cleanup(EventNotifier *e);

/* Thread: any. */
int event_notifier_get_fd(const EventNotifier *e);

/*
 * Makes the descriptor readable until it is cleared.
 *
 * Returns:  0 or -errno.
 * Thread:   any.
 */
int event_notifier_set(EventNotifier *e);

/*
 * Returns:  1 if it was set, which it no longer is; else 0.
 * Thread:   any.
 */
int event_notifier_test_and_clear(EventNotifier *e);

#ifdef __cplusplus
}
#endif

#endif /* QEMU_EVENT_NOTIFIER_H */
