// A completion ring in memory, with the kernel's side of it.
//
// The layout is the one fs/aio.c maps for every context: eight 32-bit words
// (id, nr, head, tail, magic, compat, incompat, header_length), then nr
// events of 32 bytes. The page after the last slot is unmapped, so reading
// past the ring is seen at once.
// Owned by a FakeKernel. Thread: one, as kernel and reader alike.

#ifndef TESTS_FAKE_KERNEL_FAKE_RING_H
#define TESTS_FAKE_KERNEL_FAKE_RING_H

#include <libaio.h>

#include <cstddef>
#include <string>
#include <vector>

namespace laio {

inline constexpr unsigned kRingMagic = 0xa10a10a1;

struct RingPlan {
    unsigned nr = 0;     // slots; 0: as a kernel gives for max_events
    unsigned start = 0;  // head and tail at io_setup(), below nr
    // A ring with another magic or with incompatible features is not at the
    // io_context_t: what is there has these words, and zeros otherwise.
    unsigned magic = kRingMagic;
    unsigned incompat = 0;
    // False: neither is anything else, the io_context_t is just a number.
    bool mapped = true;
};

// An mmap()ed area that ends where an unmapped page begins.
class GuardedMemory {
 public:
    explicit GuardedMemory(size_t bytes);
    ~GuardedMemory();
    GuardedMemory(const GuardedMemory &) = delete;
    GuardedMemory &operator=(const GuardedMemory &) = delete;

    void *data() const { return data_; }
    // Any later access is SIGSEGV.
    void Close();

 private:
    char *base_;
    size_t mapped_;
    void *data_;
};

class FakeRing {
 public:
    // Requires: plan.nr is 0 or at least 2.
    FakeRing(const RingPlan &plan, int max_events);

    io_context_t id() const;
    int max_events() const { return max_events_; }
    unsigned nr() const { return nr_; }
    unsigned head() const;
    unsigned tail() const;

    // Writes an event into the next slot; Publish() makes it visible.
    //   of_poll  it is none of a request
    // Returns:  false when no slot is free.
    bool Put(const io_event &event, bool of_poll = false);
    void Publish();

    // Events written, published or not, that head has not passed.
    unsigned Unread() const;
    // Those of them that are of requests.
    unsigned UnreadRequests() const;
    // Events published that head has not passed.
    unsigned Published() const;

    // Takes the oldest published event as io_getevents() does.
    // Returns:  false when there is none.
    bool Take(io_event *event);

    // Looks at head, which the reader may have moved since the last look.
    // Returns:  the promise that the move broke; empty when it broke none.
    std::string CheckHead();
    // Slots that head has passed since io_setup(), as of the last look.
    unsigned long Consumed() const { return consumed_; }

    // io_destroy(): any later access by anybody is SIGSEGV.
    void Close();
    bool closed() const { return closed_; }

 private:
    struct Layout {
        unsigned id, nr, head, tail;
        unsigned magic, compat, incompat, header_length;
        io_event events[];
    };

    Layout *ring() const { return static_cast<Layout *>(memory_.data()); }
    static unsigned SlotsFor(const RingPlan &plan, int max_events);

    const int max_events_;
    const unsigned nr_;
    GuardedMemory memory_;
    GuardedMemory stranger_;  // what is at id() when memory_ is not
    const bool is_stranger_;
    unsigned written_;      // slot after the last event written
    std::vector<bool> of_poll_;  // by slot
    unsigned seen_head_;
    unsigned long consumed_ = 0;
    bool closed_ = false;
};

}  // namespace laio

#endif  // TESTS_FAKE_KERNEL_FAKE_RING_H
