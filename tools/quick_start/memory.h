// Copying, comparing and searching, quick on pieces of some ten bytes.
//
// Effect:  as memmove, memcmp and memchr of C.
// Thread:  any.

#ifndef TOOLS_QUICK_START_MEMORY_H
#define TOOLS_QUICK_START_MEMORY_H

#include <emmintrin.h>

#include <cstddef>
#include <cstdint>

namespace laio::quick {

inline constexpr size_t kVector = sizeof(__m128i);

inline __m128i Load(const unsigned char *from)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
}

inline void Store(unsigned char *to, __m128i bytes)
{
    _mm_storeu_si128(reinterpret_cast<__m128i *>(to), bytes);
}

// The bits of those bytes that are the same in both, the first lowest.
inline unsigned SameBytes(__m128i left, __m128i right)
{
    return static_cast<unsigned>(
        _mm_movemask_epi8(_mm_cmpeq_epi8(left, right)));
}

inline constexpr unsigned kAllSame = 0xffff;

// `size` bytes, from sizeof(Word) to twice that; everything is read before
// anything is written.
template <typename Word>
void MoveEnds(unsigned char *to, const unsigned char *from, size_t size)
{
    Word first;
    Word last;
    __builtin_memcpy(&first, from, sizeof first);
    __builtin_memcpy(&last, from + size - sizeof last, sizeof last);
    __builtin_memcpy(to, &first, sizeof first);
    __builtin_memcpy(to + size - sizeof last, &last, sizeof last);
}

inline void MoveShort(unsigned char *to, const unsigned char *from, size_t size)
{
    if (size >= sizeof(uint64_t)) {
        MoveEnds<uint64_t>(to, from, size);
    } else if (size >= sizeof(uint32_t)) {
        MoveEnds<uint32_t>(to, from, size);
    } else if (size >= sizeof(uint16_t)) {
        MoveEnds<uint16_t>(to, from, size);
    } else if (size == 1) {
        *to = *from;
    }
}

// The pieces may overlap.
inline void Move(unsigned char *to, const unsigned char *from, size_t size)
{
    if (size < kVector) {
        MoveShort(to, from, size);
        return;
    }
    __m128i first = Load(from);
    __m128i last = Load(from + size - kVector);
    bool from_the_end = reinterpret_cast<uintptr_t>(to) -
                            reinterpret_cast<uintptr_t>(from) < size;
    if (from_the_end) {
        for (size_t at = size; at > kVector;) {
            at -= kVector;
            Store(to + at, Load(from + at));
        }
        Store(to, first);
    } else {
        for (size_t at = 0; at < size - kVector; at += kVector) {
            Store(to + at, Load(from + at));
        }
        Store(to + size - kVector, last);
    }
}

// Returns:  0 when there is none.
inline int FirstDifference(const unsigned char *left,
                           const unsigned char *right)
{
    unsigned same = SameBytes(Load(left), Load(right));
    if (same == kAllSame) {
        return 0;
    }
    int at = __builtin_ctz(~same);
    return left[at] - right[at];
}

// What is longer than a vector ends with one that overlaps the one before.
inline int Compare(const unsigned char *left, const unsigned char *right,
                   size_t size)
{
    if (size < kVector) {
        for (size_t at = 0; at < size; ++at) {
            if (left[at] != right[at]) {
                return left[at] - right[at];
            }
        }
        return 0;
    }
    size_t last = size - kVector;
    for (size_t at = 0; at < last; at += kVector) {
        if (int difference = FirstDifference(left + at, right + at)) {
            return difference;
        }
    }
    return FirstDifference(left + last, right + last);
}

// Returns:  null when there is none.
inline const unsigned char *FindInVector(const unsigned char *in,
                                         __m128i wanted)
{
    unsigned same = SameBytes(Load(in), wanted);
    return same ? in + __builtin_ctz(same) : nullptr;
}

inline const unsigned char *Find(const unsigned char *in, unsigned char wanted,
                                 size_t size)
{
    if (size < kVector) {
        for (size_t at = 0; at < size; ++at) {
            if (in[at] == wanted) {
                return in + at;
            }
        }
        return nullptr;
    }
    __m128i everywhere = _mm_set1_epi8(static_cast<char>(wanted));
    const unsigned char *last = in + size - kVector;
    for (; in < last; in += kVector) {
        if (const unsigned char *found = FindInVector(in, everywhere)) {
            return found;
        }
    }
    return FindInVector(last, everywhere);
}

}  // namespace laio::quick

#endif  // TOOLS_QUICK_START_MEMORY_H
