#include "qemu/memalign.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

void *qemu_try_memalign(size_t alignment, size_t size)
{
    void *memory = nullptr;

    alignment = std::max(alignment, sizeof(void *));
    if (posix_memalign(&memory, alignment, std::max<size_t>(size, 1)) != 0) {
        return nullptr;
    }
    return memory;
}

void *qemu_memalign(size_t alignment, size_t size)
{
    void *memory = qemu_try_memalign(alignment, size);

    if (!memory) {
        fprintf(stderr, "cannot allocate %zu bytes at multiples of %zu\n",
                size, alignment);
        abort();
    }
    return memory;
}

void qemu_vfree(void *ptr)
{
    free(ptr);
}
