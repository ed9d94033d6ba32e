#include "util/loop_observer.h"

#include <atomic>

static std::atomic<LoopObserver *> current{nullptr};

LoopObserver *loop_observer_current()
{
    // Pairs with the store below: the observer is complete.
    return current.load(std::memory_order_acquire);
}

void loop_observer_replace(LoopObserver *observer)
{
    current.store(observer, std::memory_order_release);
}
