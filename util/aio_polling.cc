#include "util/aio_polling.h"

#include <algorithm>
#include <ctime>

#include "qapi/error.h"
#include "util/loop_observer.h"

static constexpr int64_t kFirstPollNs = 4000;

int64_t aio_polling_clock_ns(const AioContextLoop *loop)
{
    struct timespec now;

    if (!loop->polling.max_ns) {
        return 0;
    }
    clock_gettime(CLOCK_MONOTONIC, &now);
    return int64_t{now.tv_sec} * 1000000000 + now.tv_nsec;
}

// Once round. Returns: whether there is something to do.
static bool ask_once(AioContextLoop *loop, AioPolled *polled, bool observe)
{
    LoopObserver *observer = observe ? loop_observer_current() : nullptr;
    bool found = false;

    // By index: a poll handler may add one.
    for (size_t i = 0; i < loop->pollers.size(); i++) {
        AioHandler &node = *loop->pollers[i];
        if (node.removed || node.in_poll_ready ||
            aio_handler_silenced(loop, node)) {
            continue;
        }
        if (observer) {
            observer->handler_runs(node.fd, "poll");
        }
        void *arg = node.notifier ? node.notifier : node.opaque;
        if (!node.io_poll(arg)) {
            continue;
        }
        found = true;
        if (node.splits_poll()) {
            node.poll_ready = !node.removed;
            if (node.poll_ready) {
                aio_mark_ready(loop, &node);
            }
        } else {
            polled->progress = true;
        }
    }
    return found;
}

// For the present polling time, or until there is something to do.
static void ask_again(AioContextLoop *loop, AioPolled *polled)
{
    int64_t end_ns = aio_polling_clock_ns(loop) + loop->polling.now_ns;

    // Pairs with the store in aio_notify(). Who schedules a bottom half does
    // not notify a loop that is not asleep.
    while (!polled->found && !loop->notified.load() &&
           aio_bh_timeout_ns(loop) != 0 &&
           aio_polling_clock_ns(loop) < end_ns) {
        polled->found = ask_once(loop, polled, false);
    }
}

AioPolled aio_run_poll_handlers(AioContext *ctx, bool blocking,
                                int64_t timeout_ns)
{
    AioContextLoop *loop = ctx->loop;
    AioPolled polled;

    if (!loop->polling.max_ns || !loop->pollable) {
        return polled;
    }
    bool plain_fds = loop->watched > loop->pollable;
    if (!blocking) {
        polled.instead_of_fds = !plain_fds;
        return polled;
    }
    polled.found = ask_once(loop, &polled, true);
    if (timeout_ns && !polled.found) {
        ask_again(loop, &polled);
    }
    polled.instead_of_fds = polled.found && !plain_fds;
    return polled;
}

void aio_polling_adapt(AioContextLoop *loop, bool blocking, int64_t start_ns)
{
    AioPolling &polling = loop->polling;

    // A turn inside another one says little about how long to poll.
    if (!polling.max_ns || !blocking || loop->walking > 1) {
        return;
    }
    int64_t slept_ns = aio_polling_clock_ns(loop) - start_ns;
    if (slept_ns > polling.max_ns) {
        polling.now_ns = polling.shrink ? polling.now_ns / polling.shrink : 0;
    } else if (slept_ns > polling.now_ns) {
        int64_t grown = std::max(kFirstPollNs, polling.now_ns * polling.grow);
        polling.now_ns = std::min(grown, polling.max_ns);
    }
}

void aio_context_set_poll_params(AioContext *ctx, int64_t max_ns, int64_t grow,
                                 int64_t shrink, Error **errp)
{
    if (max_ns < 0 || grow < 0 || shrink < 0) {
        error_setg(errp, "cannot set the polling time: %" PRId64 ", grow %"
                   PRId64 ", shrink %" PRId64 " must not be negative",
                   max_ns, grow, shrink);
        return;
    }
    ctx->loop->polling = {max_ns, grow ? grow : 2, shrink, 0};
}
