// Many pieces of work on several threads, their results in order.

#ifndef TOOLS_BASE_IN_ORDER_H
#define TOOLS_BASE_IN_ORDER_H

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace laio {

// Threads that `jobs`, as --jobs gives it, stands for: 0 is one per core.
inline int ThreadsFor(int jobs)
{
    int cores = static_cast<int>(std::thread::hardware_concurrency());
    return jobs > 0 ? jobs : std::max(cores, 1);
}

// Calls make(i) for each i below `count`, up to `jobs` of them side by side,
// and use(i, what make(i) returned) for one after the other, from 0 on.
//
//   make  called on any thread; may share what it only reads
//   use   called on the caller's thread, a few pieces after its turn has come
//   jobs  1, or a single piece: everything happens on the caller's thread
template <typename Make, typename Use>
void MakeInOrder(size_t count, int jobs, const Make &make, const Use &use)
{
    using Value = decltype(make(size_t()));
    if (jobs <= 1 || count <= 1) {
        for (size_t i = 0; i < count; ++i) {
            use(i, make(i));
        }
        return;
    }
    std::vector<std::optional<Value>> made(count);
    std::mutex mutex;  // for `made`
    std::condition_variable one_more;
    std::atomic<size_t> next = 0;  // pairs with itself: each i goes to one
    // Few enough for all threads to end at about the same time.
    const size_t at_once = std::clamp<size_t>(count / (jobs * 16), 1, 16);
    auto work = [&] {
        for (size_t i; (i = next.fetch_add(at_once)) < count;) {
            std::vector<Value> values;
            for (size_t n = i; n < std::min(i + at_once, count); ++n) {
                values.push_back(make(n));
            }
            std::lock_guard lock(mutex);
            for (Value &value : values) {
                made[i++] = std::move(value);
            }
            one_more.notify_one();
        }
    };
    std::vector<std::thread> threads;
    for (size_t t = 0; t < std::min<size_t>(jobs, count); ++t) {
        threads.emplace_back(work);
    }
    for (size_t i = 0; i < count; ++i) {
        std::unique_lock lock(mutex);
        one_more.wait(lock, [&] { return made[i].has_value(); });
        Value value = *std::exchange(made[i], std::nullopt);
        lock.unlock();
        use(i, std::move(value));
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
}

}  // namespace laio

#endif  // TOOLS_BASE_IN_ORDER_H
