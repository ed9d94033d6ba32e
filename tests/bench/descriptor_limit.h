// How many descriptors a benchmark may open.

#ifndef TESTS_BENCH_DESCRIPTOR_LIMIT_H
#define TESTS_BENCH_DESCRIPTOR_LIMIT_H

#include <sys/resource.h>

namespace laio {

// As many as the process may allow itself. Thread: any.
inline void RaiseDescriptorLimit()
{
    rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

}  // namespace laio

#endif  // TESTS_BENCH_DESCRIPTOR_LIMIT_H
