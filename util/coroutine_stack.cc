#include "util/coroutine_stack.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

constexpr size_t kStackBytes = 1024 * 1024;

size_t guard_bytes()
{
    return static_cast<size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

CoroutineStack coroutine_stack_map()
{
    size_t guard = guard_bytes();
    void *base = mmap(nullptr, guard + kStackBytes, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK | MAP_NORESERVE,
                      -1, 0);

    if (base == MAP_FAILED || mprotect(base, guard, PROT_NONE) < 0) {
        fprintf(stderr, "cannot map a coroutine's stack of %zu bytes: %s\n",
                kStackBytes, strerror(errno));
        abort();
    }
    return {static_cast<char *>(base) + guard, kStackBytes};
}

void coroutine_stack_unmap(CoroutineStack stack)
{
    size_t guard = guard_bytes();

    munmap(stack.bottom - guard, guard + stack.size);
}
