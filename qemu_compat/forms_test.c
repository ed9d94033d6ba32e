/*
 * Every argument list reaches the one function with its arguments in place.
 *
 * The functions are defined here and note what they got.
 */

#include "block/aio.h"
#include "qemu/coroutine.h"
#include "qemu/main-loop.h"

static struct {
    AioContext *ctx;
    EventNotifier *e;
    bool is_external;
    EventNotifierHandler *io_read;
    AioPollFn *io_poll;
    EventNotifierHandler *io_poll_ready;
    AioFlushEventNotifierHandler *io_flush;
} notifier_call;

static struct {
    int fd;
    bool is_external;
    IOHandler *io_read, *io_write, *io_poll_ready;
    AioPollFn *io_poll;
    AioFlushHandler *io_flush;
    void *opaque;
} fd_call;

static struct {
    Coroutine *co;
    void *opaque;
} coroutine_call;

/* Parentheses keep the names from being taken for the macros. */

void (aio_set_event_notifier)(AioContext *ctx, EventNotifier *notifier,
                              EventNotifierHandler *io_read,
                              AioPollFn *io_poll,
                              EventNotifierHandler *io_poll_ready)
{
    notifier_call.ctx = ctx;
    notifier_call.e = notifier;
    notifier_call.io_read = io_read;
    notifier_call.io_poll = io_poll;
    notifier_call.io_poll_ready = io_poll_ready;
}

void aio_set_event_notifier_external(AioContext *ctx, EventNotifier *notifier,
                                     bool is_external,
                                     EventNotifierHandler *io_read,
                                     AioPollFn *io_poll,
                                     EventNotifierHandler *io_poll_ready)
{
    (aio_set_event_notifier)(ctx, notifier, io_read, io_poll, io_poll_ready);
    notifier_call.is_external = is_external;
}

void qemu_aio_set_event_notifier_flush(EventNotifier *notifier,
                                       EventNotifierHandler *io_read,
                                       AioFlushEventNotifierHandler *io_flush)
{
    notifier_call.e = notifier;
    notifier_call.io_read = io_read;
    notifier_call.io_flush = io_flush;
}

void (aio_set_fd_handler)(AioContext *ctx, int fd, IOHandler *io_read,
                          IOHandler *io_write, AioPollFn *io_poll,
                          IOHandler *io_poll_ready, void *opaque)
{
    fd_call.fd = fd;
    fd_call.io_read = io_read;
    fd_call.io_write = io_write;
    fd_call.io_poll = io_poll;
    fd_call.io_poll_ready = io_poll_ready;
    fd_call.opaque = opaque;
}

void aio_set_fd_handler_external(AioContext *ctx, int fd, bool is_external,
                                 IOHandler *io_read, IOHandler *io_write,
                                 AioPollFn *io_poll, IOHandler *io_poll_ready,
                                 void *opaque)
{
    (aio_set_fd_handler)(ctx, fd, io_read, io_write, io_poll, io_poll_ready,
                         opaque);
    fd_call.is_external = is_external;
}

int qemu_aio_set_fd_handler_flush(int fd, IOHandler *io_read,
                                  IOHandler *io_write,
                                  AioFlushHandler *io_flush, void *opaque)
{
    fd_call.fd = fd;
    fd_call.io_read = io_read;
    fd_call.io_write = io_write;
    fd_call.io_flush = io_flush;
    fd_call.opaque = opaque;
    return 0;
}

void (qemu_coroutine_enter)(Coroutine *co)
{
    coroutine_call.co = co;
    coroutine_call.opaque = NULL;
}

void qemu_coroutine_enter_opaque(Coroutine *co, void *opaque)
{
    coroutine_call.co = co;
    coroutine_call.opaque = opaque;
}

Coroutine *(qemu_coroutine_create)(CoroutineEntry *entry, void *opaque)
{
    coroutine_call.opaque = opaque;
    return NULL;
}

/* Values that are never called or looked into, only compared. */
static AioContext ctx;
static EventNotifier e;
static int opaque;

static void notifier_read(EventNotifier *notifier)
{
}

static void notifier_ready(EventNotifier *notifier)
{
}

static int notifier_flush(EventNotifier *notifier)
{
    return 0;
}

static void fd_read(void *arg)
{
}

static void fd_write(void *arg)
{
}

static void fd_ready(void *arg)
{
}

static int fd_flush(void *arg)
{
    return 0;
}

static bool io_poll(void *arg)
{
    return false;
}

static void entry(void *arg)
{
}

static int failures;

#define CHECK(condition) check(condition, #condition, __LINE__)

static void check(bool holds, const char *condition, int line)
{
    if (!holds) {
        fprintf(stderr, "line %d: not true: %s\n", line, condition);
        failures++;
    }
}

static void expect_notifier(EventNotifierHandler *io_read, AioPollFn *poll,
                            EventNotifierHandler *ready, int line)
{
    check(notifier_call.ctx == &ctx && notifier_call.e == &e, "place", line);
    check(notifier_call.io_read == io_read, "io_read", line);
    check(notifier_call.io_poll == poll, "io_poll", line);
    check(notifier_call.io_poll_ready == ready, "io_poll_ready", line);
    memset(&notifier_call, 0xff, sizeof(notifier_call));
}

#define EXPECT_NOTIFIER(io_read, poll, ready) \
    expect_notifier(io_read, poll, ready, __LINE__)

static void test_aio_set_event_notifier(void)
{
    aio_set_event_notifier(&ctx, &e, notifier_read);
    EXPECT_NOTIFIER(notifier_read, NULL, NULL);
    aio_set_event_notifier(&ctx, &e, NULL);
    EXPECT_NOTIFIER(NULL, NULL, NULL);

    aio_set_event_notifier(&ctx, &e, false, notifier_read);
    EXPECT_NOTIFIER(notifier_read, NULL, NULL);
    aio_set_event_notifier(&ctx, &e, true, NULL);
    EXPECT_NOTIFIER(NULL, NULL, NULL);

    aio_set_event_notifier(&ctx, &e, false, notifier_read, io_poll);
    EXPECT_NOTIFIER(notifier_read, io_poll, NULL);
    aio_set_event_notifier(&ctx, &e, false, NULL, NULL);
    EXPECT_NOTIFIER(NULL, NULL, NULL);

    aio_set_event_notifier(&ctx, &e, notifier_read, io_poll, notifier_ready);
    EXPECT_NOTIFIER(notifier_read, io_poll, notifier_ready);
    aio_set_event_notifier(&ctx, &e, NULL, NULL, NULL);
    EXPECT_NOTIFIER(NULL, NULL, NULL);

    aio_set_event_notifier(&ctx, &e, false, notifier_read, io_poll,
                           notifier_ready);
    EXPECT_NOTIFIER(notifier_read, io_poll, notifier_ready);
}

static void test_is_external_is_kept(void)
{
    aio_set_event_notifier(&ctx, &e, true, notifier_read);
    CHECK(notifier_call.is_external);
    aio_set_event_notifier(&ctx, &e, false, notifier_read, io_poll);
    CHECK(!notifier_call.is_external);
    aio_set_event_notifier(&ctx, &e, true, notifier_read, io_poll);
    CHECK(notifier_call.is_external);
    aio_set_event_notifier(&ctx, &e, false, notifier_read, io_poll,
                           notifier_ready);
    CHECK(!notifier_call.is_external);
    aio_set_event_notifier(&ctx, &e, true, notifier_read, io_poll,
                           notifier_ready);
    CHECK(notifier_call.is_external);

    aio_set_fd_handler(&ctx, 7, true, fd_read, fd_write, &opaque);
    CHECK(fd_call.is_external);
    aio_set_fd_handler(&ctx, 7, false, fd_read, fd_write, io_poll, &opaque);
    CHECK(!fd_call.is_external);
    aio_set_fd_handler(&ctx, 7, true, fd_read, fd_write, io_poll, fd_ready,
                       &opaque);
    CHECK(fd_call.is_external);
}

static void test_qemu_aio_set_event_notifier(void)
{
    qemu_aio_set_event_notifier(&e, notifier_read, notifier_flush);
    CHECK(notifier_call.io_read == notifier_read);
    CHECK(notifier_call.io_flush == notifier_flush);
    qemu_aio_set_event_notifier(&e, notifier_read);
    CHECK(notifier_call.io_flush == NULL);
}

static void expect_fd(AioPollFn *poll, IOHandler *ready, int line)
{
    check(fd_call.fd == 5 && fd_call.opaque == &opaque, "place", line);
    check(fd_call.io_read == fd_read, "io_read", line);
    check(fd_call.io_write == fd_write, "io_write", line);
    check(fd_call.io_poll == poll, "io_poll", line);
    check(fd_call.io_poll_ready == ready, "io_poll_ready", line);
    memset(&fd_call, 0xff, sizeof(fd_call));
}

#define EXPECT_FD(poll, ready) expect_fd(poll, ready, __LINE__)

static void test_aio_set_fd_handler(void)
{
    aio_set_fd_handler(&ctx, 5, fd_read, fd_write, &opaque);
    EXPECT_FD(NULL, NULL);
    aio_set_fd_handler(&ctx, 5, false, fd_read, fd_write, &opaque);
    EXPECT_FD(NULL, NULL);
    aio_set_fd_handler(&ctx, 5, false, fd_read, fd_write, io_poll, &opaque);
    EXPECT_FD(io_poll, NULL);
    aio_set_fd_handler(&ctx, 5, fd_read, fd_write, io_poll, fd_ready, &opaque);
    EXPECT_FD(io_poll, fd_ready);
    aio_set_fd_handler(&ctx, 5, false, fd_read, fd_write, io_poll, fd_ready,
                       &opaque);
    EXPECT_FD(io_poll, fd_ready);
}

static void test_qemu_aio_set_fd_handler(void)
{
    qemu_aio_set_fd_handler(5, fd_read, NULL, fd_flush, &opaque);
    CHECK(fd_call.io_flush == fd_flush && fd_call.opaque == &opaque);
    memset(&fd_call, 0, sizeof(fd_call));
    qemu_aio_set_fd_handler(5, fd_read, NULL, fd_flush, NULL, &opaque);
    CHECK(fd_call.io_flush == fd_flush && fd_call.opaque == &opaque);
}

static void test_coroutines(void)
{
    Coroutine *co = (Coroutine *)&opaque;

    qemu_coroutine_enter(co, &opaque);
    CHECK(coroutine_call.opaque == &opaque);
    qemu_coroutine_enter(co);
    CHECK(coroutine_call.co == co && coroutine_call.opaque == NULL);
    qemu_coroutine_create(entry, &opaque);
    CHECK(coroutine_call.opaque == &opaque);
    qemu_coroutine_create(entry);
    CHECK(coroutine_call.opaque == NULL);
}

static void test_min_non_zero(void)
{
    uint64_t wide = 5;

    CHECK(MIN_NON_ZERO(3u, wide) == 3);
    CHECK(MIN_NON_ZERO(0u, wide) == 5);
    CHECK(MIN_NON_ZERO(wide, 0) == 5);
    CHECK(MIN_NON_ZERO(0, 0) == 0);
}

int main(void)
{
    test_aio_set_event_notifier();
    test_is_external_is_kept();
    test_qemu_aio_set_event_notifier();
    test_aio_set_fd_handler();
    test_qemu_aio_set_fd_handler();
    test_coroutines();
    test_min_non_zero();
    return failures != 0;
}
