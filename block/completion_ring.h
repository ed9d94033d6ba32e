// The reader of the ring of finished requests that the kernel shares with us.
//
// An io_context_t is the address of this ring (RING.md has its bytes). A
// CompletionRing is a view of one: it owns nothing, belongs to the one thread
// that takes events, and ends before io_destroy() does away with the mapping.
// Header-only, so that a backend is one file to whoever compiles it.

#ifndef BLOCK_COMPLETION_RING_H
#define BLOCK_COMPLETION_RING_H

#include <errno.h>
#include <libaio.h>
#include <signal.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>

// The kernel's header of the ring: struct aio_ring of fs/aio.c, whose layout
// is ABI. The events follow it at `header_length`.
struct AioRingHeader {
    uint32_t id;  // the kernel's own
    uint32_t nr;  // slots
    uint32_t head;  // next slot to read: we write it
    uint32_t tail;  // next slot to write: the kernel writes it
    uint32_t magic;
    uint32_t compat_features;
    uint32_t incompat_features;
    uint32_t header_length;  // bytes
};
static_assert(sizeof(AioRingHeader) == 32);
static_assert(sizeof(struct io_event) == 32);

inline constexpr uint32_t AIO_RING_MAGIC = 0xa10a10a1;

struct CompletionRing {
    AioRingHeader *header = nullptr;  // NULL: there is no ring to read
    struct io_event *events = nullptr;
    uint32_t nr = 0;
    uint32_t seen_tail = 0;  // events up to here are known to be complete
};

// Asks the kernel, since reading where nothing is mapped would be the end.
static inline bool completion_ring_readable(const void *address)
{
    // An unknown `how` fails with EINVAL, after the set has been read.
    const int unknown_how = ~0;
    const int saved_errno = errno;
    const long ret = syscall(SYS_rt_sigprocmask, unknown_how, address,
                             nullptr, sizeof(uint64_t));
    const bool faulted = ret == -1 && errno == EFAULT;

    errno = saved_errno;
    return !faulted;
}

// Makes `ring` a view of the ring at `ctx`.
//
// Returns:  0; -ENOTSUP when `ctx` is not the address of a ring whose magic,
//           features and sizes this reader knows, and `ring` is then unusable:
//           fetch events with io_getevents().
// Keeps:    the mapping's address, until the view is given up.
// Thread:   any, before the first event is taken.
static inline int completion_ring_init(CompletionRing *ring, io_context_t ctx)
{
    auto *header = reinterpret_cast<AioRingHeader *>(ctx);
    auto address = reinterpret_cast<uintptr_t>(ctx);

    *ring = CompletionRing();
    if (header == nullptr || address % alignof(uint64_t) != 0 ||
        !completion_ring_readable(header) ||
        !completion_ring_readable(&header->incompat_features)) {
        return -ENOTSUP;
    }
    if (header->magic != AIO_RING_MAGIC || header->incompat_features != 0 ||
        header->header_length < sizeof(*header) ||
        header->header_length % alignof(struct io_event) != 0 ||
        header->nr < 2 || header->head >= header->nr) {
        return -ENOTSUP;
    }
    ring->header = header;
    ring->events = reinterpret_cast<struct io_event *>(
        reinterpret_cast<char *>(header) + header->header_length);
    ring->nr = header->nr;
    ring->seen_tail = header->head;
    return 0;
}

// Returns:  whether nothing is there to take.
// Thread:   home only; safe against the kernel.
static inline bool completion_ring_is_empty(const CompletionRing *ring)
{
    // Nobody else writes head.
    const uint32_t head = ring->header->head;
    // Relaxed: whoever takes an event loads tail again, with acquire.
    const uint32_t tail = std::atomic_ref<uint32_t>(ring->header->tail)
                              .load(std::memory_order_relaxed);

    return head == tail;
}

// Returns:  the oldest event, NULL when the ring is empty.
// Keeps:    the event is the kernel's again once it is dropped.
// Thread:   home only; safe against the kernel.
static inline const struct io_event *completion_ring_first(CompletionRing *ring)
{
    // Nobody else writes head.
    const uint32_t head = ring->header->head;

    if (head == ring->seen_tail) {
        // Pairs with the kernel's write barrier between the event and tail in
        // aio_complete(): events [head, tail) are complete.
        ring->seen_tail = std::atomic_ref<uint32_t>(ring->header->tail)
                              .load(std::memory_order_acquire);
        if (head == ring->seen_tail) {
            return nullptr;
        }
    }
    return &ring->events[head];
}

// Gives the slot of the oldest event back.
//
// Requires: completion_ring_first() gave it.
// Thread:   home only; safe against the kernel.
static inline void completion_ring_drop_first(CompletionRing *ring)
{
    const uint32_t head = ring->header->head;

    // Pairs with the kernel's read of head before it hands the slot out again
    // in io_submit(): we are done with the event.
    std::atomic_ref<uint32_t>(ring->header->head)
        .store(head + 1 == ring->nr ? 0 : head + 1,
               std::memory_order_release);
}

// To be called after an io_getevents(), which moves head.
//
// Thread:   home only, which that call was, too.
static inline void completion_ring_head_moved(CompletionRing *ring)
{
    ring->seen_tail = ring->header->head;
}

// Copies the oldest event to `event` and gives its slot back at once, so that
// a nested call takes the next one and none is taken twice.
//
// Returns:  false when the ring is empty.
// Keeps:    nothing; `event` stays the caller's.
// Thread:   home only; safe against the kernel.
static inline bool completion_ring_take(CompletionRing *ring,
                                        struct io_event *event)
{
    const struct io_event *first = completion_ring_first(ring);

    if (!first) {
        return false;
    }
    *event = *first;
    completion_ring_drop_first(ring);
    return true;
}

#endif  // BLOCK_COMPLETION_RING_H
