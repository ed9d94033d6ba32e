#include "util/coroutine_stack.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace {

constexpr size_t kStackBytes = 1024 * 1024;
constexpr size_t kMaxPooled = 64;

size_t guard_bytes()
{
    return static_cast<size_t>(sysconf(_SC_PAGESIZE));
}

CoroutineStack map_stack()
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

void unmap_stack(CoroutineStack stack)
{
    size_t guard = guard_bytes();

    munmap(stack.bottom - guard, guard + stack.size);
}

struct Pool {
    std::vector<CoroutineStack> stacks;

    ~Pool()
    {
        for (CoroutineStack stack : stacks) {
            unmap_stack(stack);
        }
    }
};

thread_local Pool pool;

}  // namespace

CoroutineStack coroutine_stack_get()
{
    if (pool.stacks.empty()) {
        return map_stack();
    }
    CoroutineStack stack = pool.stacks.back();
    pool.stacks.pop_back();
    return stack;
}

void coroutine_stack_put(CoroutineStack stack)
{
    if (pool.stacks.size() >= kMaxPooled) {
        unmap_stack(stack);
        return;
    }
    pool.stacks.push_back(stack);
}
