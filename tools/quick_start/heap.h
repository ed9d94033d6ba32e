// Memory for a program that is over soon: pieces of one size are handed round
// among themselves, and nothing is given back to the kernel.

#ifndef TOOLS_QUICK_START_HEAP_H
#define TOOLS_QUICK_START_HEAP_H

#include <sys/mman.h>

#include <bit>
#include <climits>
#include <cstddef>
#include <new>

namespace laio::quick {

// Thread:  one per thread; a piece may be given to another thread's heap than
//          the one that it came from.
class Heap {
public:
    // Returns:  at least `size` bytes, aligned to 16; they are mapped as long
    //           as the process lives.
    // Errors:   std::bad_alloc when the kernel has none left.
    void *Take(size_t size)
    {
        Class kind = ClassOf(size);
        if (Free *piece = free_[kind.index]) {
            free_[kind.index] = piece->next;
            return piece;
        }
        if (static_cast<size_t>(end_ - at_) < kind.bytes) {
            Map(kind.bytes);
        }
        void *piece = at_;
        at_ += kind.bytes;
        return piece;
    }

    // For the next Take() of that size or one like it.
    //
    //   piece  from Take(size) of any heap
    void Give(void *piece, size_t size)
    {
        Free *&first = free_[ClassOf(size).index];
        first = new (piece) Free{first};
    }

private:
    struct Free {
        Free *next;
    };

    struct Class {
        size_t index;
        size_t bytes;
    };

    static constexpr size_t kStep = 16;
    static constexpr size_t kSmall = 1024;
    static constexpr size_t kSmallClasses = kSmall / kStep + 1;
    static constexpr size_t kMapped = size_t{1} << 20;
    static constexpr size_t kLargest = size_t{1} << 46;

    // Small pieces in steps of 16 bytes, others in powers of two.
    static Class ClassOf(size_t size)
    {
        if (size <= kSmall) {
            size_t steps = (size + kStep - 1) / kStep;
            steps += steps == 0;
            return {steps, steps * kStep};
        }
        if (size > kLargest) {
            throw std::bad_alloc();
        }
        size_t power = static_cast<size_t>(std::bit_width(size - 1));
        return {kSmallClasses + power, size_t{1} << power};
    }

    void Map(size_t bytes)
    {
        size_t length = bytes > kMapped ? bytes : kMapped;
        void *chunk = mmap(nullptr, length, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (chunk == MAP_FAILED) {
            throw std::bad_alloc();
        }
        at_ = static_cast<char *>(chunk);
        end_ = at_ + length;
    }

    char *at_ = nullptr;
    char *end_ = nullptr;
    Free *free_[kSmallClasses + sizeof(size_t) * CHAR_BIT] = {};
};

}  // namespace laio::quick

#endif  // TOOLS_QUICK_START_HEAP_H
