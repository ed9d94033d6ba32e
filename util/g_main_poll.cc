#include "util/g_main_poll.h"

#include <cerrno>
#include <cstddef>

#include "util/io_kernel.h"

static_assert(sizeof(GPollFD) == sizeof(pollfd) &&
              offsetof(GPollFD, fd) == offsetof(pollfd, fd) &&
              offsetof(GPollFD, events) == offsetof(pollfd, events) &&
              offsetof(GPollFD, revents) == offsetof(pollfd, revents));

static gint poll_in_io_kernel(GPollFD *fds, guint nfds, gint timeout_ms)
{
    constexpr int64_t kNsPerMs = 1000000;
    int ret = io_kernel_current()->poll(
        reinterpret_cast<pollfd *>(fds), nfds,
        timeout_ms < 0 ? -1 : timeout_ms * kNsPerMs);

    if (ret < 0) {
        errno = -ret;
        return -1;
    }
    return ret;
}

void g_main_context_use_io_kernel(GMainContext *context)
{
    g_main_context_set_poll_func(context, poll_in_io_kernel);
}

GMainContext *g_main_context_new_on_io_kernel()
{
    GMainContext *context = g_main_context_new();

    g_main_context_use_io_kernel(context);
    return context;
}
