#include "qemu/defer-call.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace {

using Deferred = std::pair<void (*)(void *), void *>;

struct Batch {
    unsigned nesting = 0;
    std::vector<Deferred> calls;
};

// Not inlined: a coroutine that goes on in another thread must not use the
// first one's address.
[[gnu::noinline]] Batch &this_threads_batch()
{
    static thread_local Batch batch;

    asm volatile("");
    return batch;
}

}  // namespace

void defer_call_begin(void)
{
    this_threads_batch().nesting++;
}

void defer_call_end(void)
{
    Batch &batch = this_threads_batch();

    if (batch.nesting == 0) {
        fprintf(stderr, "defer_call_end() without defer_call_begin()\n");
        abort();
    }
    if (--batch.nesting > 0) {
        return;
    }
    // The batch is closed: what these calls defer is called at once.
    std::vector<Deferred> calls = std::exchange(batch.calls, {});
    for (auto [fn, opaque] : calls) {
        fn(opaque);
    }
    // Its memory is the next batch's, unless one has begun.
    calls.clear();
    if (this_threads_batch().calls.empty()) {
        this_threads_batch().calls.swap(calls);
    }
}

void defer_call(void (*fn)(void *), void *opaque)
{
    Batch &batch = this_threads_batch();
    Deferred call(fn, opaque);

    if (batch.nesting == 0) {
        fn(opaque);
        return;
    }
    if (std::find(batch.calls.begin(), batch.calls.end(), call) ==
        batch.calls.end()) {
        batch.calls.push_back(call);
    }
}

void blk_io_plug(void)
{
    defer_call_begin();
}

void blk_io_unplug(void)
{
    defer_call_end();
}

void blk_io_plug_call(void (*fn)(void *), void *opaque)
{
    defer_call(fn, opaque);
}
