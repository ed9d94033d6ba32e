// A real thread that takes turns with its owner, so that an interleaving of
// the two is what a test says and never luck.
//
// Owned by the thread that made it. What one of them did before a turn ends is
// seen by the other in the next.

#ifndef TESTS_HARNESS_SECOND_THREAD_H
#define TESTS_HARNESS_SECOND_THREAD_H

#include <barrier>
#include <functional>
#include <thread>

namespace laio {

class SecondThread {
 public:
    SecondThread();
    // Waits for its end.
    ~SecondThread();
    SecondThread(const SecondThread &) = delete;
    SecondThread &operator=(const SecondThread &) = delete;

    // Runs `program` in it.
    // Returns:  once `program` has.
    // Thread:   the owner.
    void Run(std::function<void()> program);

 private:
    void Main();

    // Both pass it twice per turn: as it begins, and as it ends.
    std::barrier<> turn_{2};
    std::function<void()> program_;  // of the turn; empty: there is no more
    std::thread thread_;
};

}  // namespace laio

#endif  // TESTS_HARNESS_SECOND_THREAD_H
