// A signal that comes while an eventfd is being read.
//
// This program's read() takes the place of the C library's, also for the
// subjects that it loads. Thread: one.

#ifndef TESTS_SCENARIOS_INTERRUPTED_READ_H
#define TESTS_SCENARIOS_INTERRUPTED_READ_H

namespace laio {

// The next read() of eight bytes, as one of an eventfd is, fails with EINTR.
void InterruptNextRead();

// Whether there has been one, and then another of the same descriptor.
bool ReadWasRepeated();

}  // namespace laio

#endif  // TESTS_SCENARIOS_INTERRUPTED_READ_H
