#include "tests/harness/second_thread.h"

#include <utility>

namespace laio {

SecondThread::SecondThread() : thread_([this] { Main(); }) {}

SecondThread::~SecondThread()
{
    program_ = nullptr;
    turn_.arrive_and_wait();
    thread_.join();
}

void SecondThread::Run(std::function<void()> program)
{
    program_ = std::move(program);
    turn_.arrive_and_wait();
    turn_.arrive_and_wait();
}

void SecondThread::Main()
{
    for (;;) {
        turn_.arrive_and_wait();
        if (!program_) {
            return;
        }
        program_();
        turn_.arrive_and_wait();
    }
}

}  // namespace laio
