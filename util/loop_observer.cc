#include "util/loop_observer.h"

constinit std::atomic<LoopObserver *> loop_observer_in_force{nullptr};

void loop_observer_replace(LoopObserver *observer)
{
    // Pairs with the load in loop_observer_current().
    loop_observer_in_force.store(observer, std::memory_order_release);
}
