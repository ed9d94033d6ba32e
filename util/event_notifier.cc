#include "qemu/event_notifier.h"

#include <sys/eventfd.h>

int event_notifier_init(EventNotifier *e, int active)
{
    int fd = eventfd(active ? 1 : 0, EFD_NONBLOCK | EFD_CLOEXEC);

    if (fd < 0) {
        *e = {-1, -1, false};
        return -errno;
    }
    *e = {fd, fd, true};
    return 0;
}

void event_notifier_cleanup(EventNotifier *e)
{
    if (e->initialized) {
        close(e->rfd);
        *e = {-1, -1, false};
    }
}

int event_notifier_get_fd(const EventNotifier *e)
{
    return e->rfd;
}

int event_notifier_set(EventNotifier *e)
{
    const uint64_t one = 1;
    ssize_t ret = RETRY_ON_EINTR(write(e->wfd, &one, sizeof(one)));

    // EAGAIN: the counter is full, so it is set.
    return ret < 0 && errno != EAGAIN ? -errno : 0;
}

int event_notifier_test_and_clear(EventNotifier *e)
{
    uint64_t count = 0;
    ssize_t ret = RETRY_ON_EINTR(read(e->rfd, &count, sizeof(count)));

    return ret == sizeof(count) && count > 0;
}
