// What loop_bench.cc measures, done with GLib and eventfd(2) alone.

#include <benchmark/benchmark.h>
#include <glib-unix.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <vector>

#include "tests/bench/descriptor_limit.h"

namespace laio {
namespace {

// A GSource that watches an eventfd of its own and clears it.
struct EventSource {
    GSource source;
    gpointer tag;
    int fd;
};

gboolean ClearEvent(GSource *source, GSourceFunc, gpointer)
{
    uint64_t count;
    ssize_t got = read(reinterpret_cast<EventSource *>(source)->fd, &count,
                       sizeof(count));

    benchmark::DoNotOptimize(got);
    return G_SOURCE_CONTINUE;
}

gboolean IsReadable(GSource *source)
{
    auto *event = reinterpret_cast<EventSource *>(source);

    return g_source_query_unix_fd(source, event->tag) != 0;
}

gboolean NothingToPrepare(GSource *, gint *timeout_ms)
{
    *timeout_ms = -1;
    return false;
}

GSourceFuncs event_source_funcs = {
    NothingToPrepare, IsReadable, ClearEvent, nullptr, nullptr, nullptr,
};

// A GMainContext with `count` such sources.
class GlibWatched {
 public:
    explicit GlibWatched(int64_t count)
    {
        RaiseDescriptorLimit();
        for (int64_t i = 0; i < count; i++) {
            Add();
        }
    }
    ~GlibWatched()
    {
        for (EventSource *event : events_) {
            g_source_destroy(&event->source);
            close(event->fd);
            g_source_unref(&event->source);
        }
        g_main_context_unref(context_);
    }

    GMainContext *context() { return context_; }
    void SetLast()
    {
        const uint64_t one = 1;
        ssize_t put = write(events_.back()->fd, &one, sizeof(one));

        benchmark::DoNotOptimize(put);
    }

    // Whether the process was allowed so many descriptors.
    bool complete() const { return complete_; }

 private:
    void Add()
    {
        auto *event = reinterpret_cast<EventSource *>(
            g_source_new(&event_source_funcs, sizeof(EventSource)));

        event->fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
        complete_ &= event->fd >= 0;
        event->tag = g_source_add_unix_fd(&event->source, event->fd, G_IO_IN);
        g_source_attach(&event->source, context_);
        events_.push_back(event);
    }

    GMainContext *context_ = g_main_context_new();
    std::vector<EventSource *> events_;
    bool complete_ = true;
};

void GlibIterationNothingReady(benchmark::State &state)
{
    GlibWatched watched(state.range(0));

    for (auto _ : state) {
        benchmark::DoNotOptimize(
            g_main_context_iteration(watched.context(), false));
    }
    if (!watched.complete()) {
        state.SkipWithError("too few descriptors: raise ulimit -n");
    }
}
BENCHMARK(GlibIterationNothingReady)->Arg(1)->Arg(10)->Arg(100)->Arg(1000);

void GlibIterationOneReady(benchmark::State &state)
{
    GlibWatched watched(state.range(0));

    for (auto _ : state) {
        watched.SetLast();
        if (!g_main_context_iteration(watched.context(), true)) {
            state.SkipWithError("the source was not dispatched");
        }
    }
    if (!watched.complete()) {
        state.SkipWithError("too few descriptors: raise ulimit -n");
    }
}
BENCHMARK(GlibIterationOneReady)->Arg(1)->Arg(10)->Arg(100)->Arg(1000);

gboolean CountDispatch(gpointer opaque)
{
    ++*static_cast<uint64_t *>(opaque);
    return G_SOURCE_REMOVE;
}

// The nearest to a bottom half: a function called once, as soon as possible.
void GlibIdleSourceToRun(benchmark::State &state)
{
    GMainContext *context = g_main_context_new();
    uint64_t runs = 0;

    for (auto _ : state) {
        GSource *source = g_idle_source_new();
        g_source_set_callback(source, CountDispatch, &runs, nullptr);
        g_source_attach(source, context);
        g_source_unref(source);
        g_main_context_iteration(context, false);
    }
    g_main_context_unref(context);
    if (runs != static_cast<uint64_t>(state.iterations())) {
        state.SkipWithError("a source was not dispatched");
    }
}
BENCHMARK(GlibIdleSourceToRun);

gboolean DisarmAndCount(GSource *source, GSourceFunc, gpointer opaque)
{
    g_source_set_ready_time(source, -1);
    ++*static_cast<uint64_t *>(opaque);
    return G_SOURCE_CONTINUE;
}

GSourceFuncs timer_source_funcs = {
    nullptr, nullptr, DisarmAndCount, nullptr, nullptr, nullptr,
};

gboolean NeverCalled(gpointer)
{
    return G_SOURCE_REMOVE;
}

// A source that stays and is made ready by its time, as a QEMUTimer is.
void GlibReadyTimeToRun(benchmark::State &state)
{
    GMainContext *context = g_main_context_new();
    GSource *source = g_source_new(&timer_source_funcs, sizeof(GSource));
    uint64_t runs = 0;

    g_source_set_callback(source, NeverCalled, &runs, nullptr);
    g_source_attach(source, context);
    for (auto _ : state) {
        g_source_set_ready_time(source, 0);
        g_main_context_iteration(context, false);
    }
    g_source_destroy(source);
    g_source_unref(source);
    g_main_context_unref(context);
    if (runs != static_cast<uint64_t>(state.iterations())) {
        state.SkipWithError("a source was not dispatched");
    }
}
BENCHMARK(GlibReadyTimeToRun);

}  // namespace
}  // namespace laio
