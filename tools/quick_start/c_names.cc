// memory.h and heap.h under the names that every program calls.

#ifndef __clang__
// Else a loop that copies may become a call of memcpy.
#pragma GCC optimize("no-tree-loop-distribute-patterns")
#endif

#include <cstddef>
#include <new>

#include "tools/quick_start/heap.h"
#include "tools/quick_start/memory.h"

namespace {

thread_local constinit laio::quick::Heap heap;

}  // namespace

extern "C" {

void *memmove(void *to, const void *from, size_t size)
{
    laio::quick::Move(static_cast<unsigned char *>(to),
                      static_cast<const unsigned char *>(from), size);
    return to;
}

void *memcpy(void *to, const void *from, size_t size)
{
    laio::quick::Move(static_cast<unsigned char *>(to),
                      static_cast<const unsigned char *>(from), size);
    return to;
}

int memcmp(const void *left, const void *right, size_t size)
{
    return laio::quick::Compare(static_cast<const unsigned char *>(left),
                                static_cast<const unsigned char *>(right),
                                size);
}

void *memchr(const void *in, int wanted, size_t size)
{
    return const_cast<unsigned char *>(
        laio::quick::Find(static_cast<const unsigned char *>(in),
                          static_cast<unsigned char>(wanted), size));
}

}  // extern "C"

void *operator new(size_t size)
{
    return heap.Take(size);
}

void operator delete(void *piece, size_t size) noexcept
{
    if (piece) {
        heap.Give(piece, size);
    }
}

// Whoever does not know the size leaves the piece unused until the end.
void operator delete(void *) noexcept
{
}
