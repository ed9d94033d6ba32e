// What the loop costs: bottom halves, notifiers, turns, timers, coroutines,
// deferred calls. What GLib alone asks for the same is in loop_bench_glib.cc
// and runs in the same program, so that the two can be compared.

#include <benchmark/benchmark.h>

#include <deque>
#include <vector>

#include "block/aio.h"
#include "qapi/error.h"
#include "qemu/coroutine.h"
#include "qemu/defer-call.h"
#include "tests/bench/descriptor_limit.h"
#include "util/iothread.h"

namespace laio {
namespace {

struct Loop {
    ~Loop() { aio_context_unref(ctx); }
    AioContext *ctx = aio_context_new(&error_abort);
};

void CountRun(void *opaque)
{
    ++*static_cast<uint64_t *>(opaque);
}

void BhScheduleToRun(benchmark::State &state)
{
    Loop loop;
    uint64_t runs = 0;
    QEMUBH *bh = aio_bh_new(loop.ctx, CountRun, &runs);

    for (auto _ : state) {
        qemu_bh_schedule(bh);
        aio_poll(loop.ctx, false);
    }
    qemu_bh_delete(bh);
    if (runs != static_cast<uint64_t>(state.iterations())) {
        state.SkipWithError("a bottom half did not run");
    }
}
BENCHMARK(BhScheduleToRun);

// A hundred in one turn: what one more costs, without the turn.
void BhScheduleToRunInABatch(benchmark::State &state)
{
    constexpr int kBatch = 100;
    Loop loop;
    uint64_t runs = 0;
    std::vector<QEMUBH *> bhs;
    for (int i = 0; i < kBatch; i++) {
        bhs.push_back(aio_bh_new(loop.ctx, CountRun, &runs));
    }

    for (auto _ : state) {
        for (QEMUBH *bh : bhs) {
            qemu_bh_schedule(bh);
        }
        aio_poll(loop.ctx, false);
    }
    for (QEMUBH *bh : bhs) {
        qemu_bh_delete(bh);
    }
    state.SetItemsProcessed(state.iterations() * kBatch);
}
BENCHMARK(BhScheduleToRunInABatch);

// To an IOThread and back; both sides sleep in between.
void BhRoundTripBetweenThreads(benchmark::State &state)
{
    IOThread *thread = iothread_create("bench", &error_abort);
    struct Trip {
        QEMUBH *there;
        QEMUBH *back;
        bool over;
    } trip = {};

    qemu_get_aio_context();
    trip.there = aio_bh_new(
        iothread_get_aio_context(thread),
        [](void *opaque) {
            qemu_bh_schedule(static_cast<Trip *>(opaque)->back);
        },
        &trip);
    trip.back = aio_bh_new(
        qemu_get_aio_context(),
        [](void *opaque) { static_cast<Trip *>(opaque)->over = true; }, &trip);
    for (auto _ : state) {
        trip.over = false;
        qemu_bh_schedule(trip.there);
        while (!trip.over) {
            aio_poll(qemu_get_aio_context(), true);
        }
    }
    qemu_bh_delete(trip.there);
    qemu_bh_delete(trip.back);
    iothread_destroy(thread);
}
BENCHMARK(BhRoundTripBetweenThreads)->UseRealTime();

// The two system calls in every round trip, with no loop around them.
void EventNotifierSetAndClear(benchmark::State &state)
{
    EventNotifier notifier;

    event_notifier_init(&notifier, false);
    for (auto _ : state) {
        event_notifier_set(&notifier);
        event_notifier_test_and_clear(&notifier);
    }
    event_notifier_cleanup(&notifier);
}
BENCHMARK(EventNotifierSetAndClear);

void ClearNotifier(EventNotifier *notifier)
{
    event_notifier_test_and_clear(notifier);
}

// A context that watches `count` notifiers.
class Watched {
 public:
    explicit Watched(int64_t count) : notifiers_(static_cast<size_t>(count))
    {
        RaiseDescriptorLimit();
        for (EventNotifier &notifier : notifiers_) {
            if (event_notifier_init(&notifier, false) < 0) {
                complete_ = false;
                continue;
            }
            aio_set_event_notifier(loop_.ctx, &notifier, ClearNotifier);
        }
    }
    ~Watched()
    {
        for (EventNotifier &notifier : notifiers_) {
            aio_set_event_notifier(loop_.ctx, &notifier, nullptr);
            event_notifier_cleanup(&notifier);
        }
    }

    AioContext *ctx() { return loop_.ctx; }
    EventNotifier *last() { return &notifiers_.back(); }

    // Whether the process was allowed so many descriptors.
    bool complete() const { return complete_; }

 private:
    Loop loop_;
    std::deque<EventNotifier> notifiers_;
    bool complete_ = true;
};

void AioPollNothingReady(benchmark::State &state)
{
    Watched watched(state.range(0));

    for (auto _ : state) {
        benchmark::DoNotOptimize(aio_poll(watched.ctx(), false));
    }
    if (!watched.complete()) {
        state.SkipWithError("too few descriptors: raise ulimit -n");
    }
}
BENCHMARK(AioPollNothingReady)->Arg(1)->Arg(10)->Arg(100)->Arg(1000);

void AioPollOneReady(benchmark::State &state)
{
    Watched watched(state.range(0));

    for (auto _ : state) {
        event_notifier_set(watched.last());
        if (!aio_poll(watched.ctx(), true)) {
            state.SkipWithError("the handler was not called");
        }
    }
    if (!watched.complete()) {
        state.SkipWithError("too few descriptors: raise ulimit -n");
    }
}
BENCHMARK(AioPollOneReady)->Arg(1)->Arg(10)->Arg(100)->Arg(1000);

void TimerArmToRun(benchmark::State &state)
{
    Loop loop;
    uint64_t runs = 0;
    QEMUTimer timer = {};

    aio_timer_init(loop.ctx, &timer, QEMU_CLOCK_REALTIME, SCALE_NS, CountRun,
                   &runs);
    for (auto _ : state) {
        timer_mod(&timer, 0);
        aio_poll(loop.ctx, false);
    }
    timer_del(&timer);
    if (runs != static_cast<uint64_t>(state.iterations())) {
        state.SkipWithError("a timer did not run");
    }
}
BENCHMARK(TimerArmToRun);

// The time limit of a request: armed and, as a rule, never over.
void TimerArmAndDelete(benchmark::State &state)
{
    Loop loop;
    uint64_t runs = 0;
    QEMUTimer timer = {};

    aio_timer_init(loop.ctx, &timer, QEMU_CLOCK_REALTIME, SCALE_NS, CountRun,
                   &runs);
    for (auto _ : state) {
        timer_mod(&timer, INT64_MAX / 2);
        timer_del(&timer);
    }
}
BENCHMARK(TimerArmAndDelete);

void coroutine_fn YieldForEver(void *opaque)
{
    while (*static_cast<bool *>(opaque)) {
        qemu_coroutine_yield();
    }
}

// An item is one switch; to enter and to come back are two.
void CoroutineSwitch(benchmark::State &state)
{
    bool go_on = true;
    Coroutine *co = qemu_coroutine_create(YieldForEver, &go_on);

    qemu_coroutine_enter(co);
    for (auto _ : state) {
        qemu_coroutine_enter(co);
    }
    go_on = false;
    qemu_coroutine_enter(co);
    state.SetItemsProcessed(state.iterations() * 2);
    state.counters["per_switch"] = benchmark::Counter(
        static_cast<double>(state.iterations()) * 2,
        benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(CoroutineSwitch);

// Create, run to the end, go back to the pool.
void CoroutineLife(benchmark::State &state)
{
    bool go_on = false;

    for (auto _ : state) {
        qemu_coroutine_enter(qemu_coroutine_create(YieldForEver, &go_on));
    }
}
BENCHMARK(CoroutineLife);

// As many deferrals of the same call in one batch as a plugged queue makes.
void DeferCall(benchmark::State &state)
{
    uint64_t runs = 0;

    for (auto _ : state) {
        defer_call_begin();
        for (int64_t i = 0; i < state.range(0); i++) {
            defer_call(CountRun, &runs);
        }
        defer_call_end();
    }
    if (runs != static_cast<uint64_t>(state.iterations())) {
        state.SkipWithError("a batch was not one call");
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(DeferCall)->Arg(1)->Arg(32);

}  // namespace
}  // namespace laio
