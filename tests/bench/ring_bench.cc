// What it costs to take an event from the ring.

#include <benchmark/benchmark.h>

#include <vector>

#include "block/completion_ring.h"

namespace {

constexpr uint32_t kSlots = 2175;  // what io_setup(1024) gives on 2 processors

// A ring in ordinary memory that the benchmark fills as the kernel would.
struct Ring {
    Ring() : memory(kSlots + 1)
    {
        header = reinterpret_cast<AioRingHeader *>(memory.data());
        *header = {.id = 0, .nr = kSlots, .head = 0, .tail = 0,
                   .magic = AIO_RING_MAGIC, .compat_features = 1,
                   .incompat_features = 0,
                   .header_length = sizeof(AioRingHeader)};
        completion_ring_init(&view,
                             reinterpret_cast<io_context_t>(header));
    }

    void Complete(uint32_t count)
    {
        std::atomic_ref<uint32_t>(header->tail)
            .store((header->tail + count) % kSlots, std::memory_order_release);
    }

    std::vector<io_event> memory;
    AioRingHeader *header;
    CompletionRing view;
};

void LookAtEmptyRing(benchmark::State &state)
{
    Ring ring;
    for (auto _ : state) {
        benchmark::DoNotOptimize(completion_ring_is_empty(&ring.view));
    }
}
BENCHMARK(LookAtEmptyRing);

void TakeFromEmptyRing(benchmark::State &state)
{
    Ring ring;
    io_event event;
    for (auto _ : state) {
        benchmark::DoNotOptimize(completion_ring_take(&ring.view, &event));
    }
}
BENCHMARK(TakeFromEmptyRing);

void HarvestEvents(benchmark::State &state)
{
    Ring ring;
    io_event event;
    for (auto _ : state) {
        ring.Complete(static_cast<uint32_t>(state.range(0)));
        while (completion_ring_take(&ring.view, &event)) {
            benchmark::DoNotOptimize(event.res);
        }
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(HarvestEvents)->RangeMultiplier(4)->Range(1, 1024);

void MakeView(benchmark::State &state)
{
    Ring ring;
    for (auto _ : state) {
        benchmark::DoNotOptimize(completion_ring_init(
            &ring.view, reinterpret_cast<io_context_t>(ring.header)));
    }
}
BENCHMARK(MakeView);

}  // namespace
