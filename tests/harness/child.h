// Doing something in a process of its own, under a watchdog.
//
// Thread: one, of a process without others: the child is a fork().

#ifndef TESTS_HARNESS_CHILD_H
#define TESTS_HARNESS_CHILD_H

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <string>

namespace laio {

struct ChildEnd {
    int wait_status = 0;     // as waitpid() gave it
    bool timed_out = false;  // killed because its time was over
    std::string output;      // the last of what it wrote, out and err
};

class Child {
 public:
    // Starts `work` in a new process, which ends when it returns.
    //
    // Its output is captured, its stack is at most 8 MiB and no core is
    // dumped.
    Child(const std::function<void()> &work,
          std::chrono::milliseconds time_allowed);
    // Kills and reaps it if it still runs.
    ~Child();
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    // Readable when Poke() has something to do.
    int output_fd() const { return output_fd_; }
    std::chrono::steady_clock::time_point deadline() const
    {
        return deadline_;
    }

    // Takes what it has written; kills it when its time is over.
    //
    // Returns:  true when it has ended; end() is then complete.
    bool Poke();
    const ChildEnd &end() const { return end_; }

 private:
    bool ReadOutput();
    void Reap();

    pid_t pid_ = -1;
    int output_fd_ = -1;
    std::chrono::steady_clock::time_point deadline_;
    ChildEnd end_;
};

// Runs several at a time, each with what `start(i)` makes, until all of
// 0..count-1 have ended; `ended(i, end)` is told of each.
void RunChildren(
    int count, int at_a_time, std::chrono::milliseconds time_allowed,
    const std::function<void(int)> &work,
    const std::function<void(int, const ChildEnd &)> &ended);

// What killed it, in a line: `SIGABRT: linux-aio.c:97: Assertion ...`.
std::string CrashText(const ChildEnd &end);

}  // namespace laio

#endif  // TESTS_HARNESS_CHILD_H
