// Another descriptor that the loop watches beside the subject's.

#ifndef TESTS_SCENARIOS_COUNTED_NOTIFIER_H
#define TESTS_SCENARIOS_COUNTED_NOTIFIER_H

#include "block/aio.h"

namespace laio {

// A notifier that the loop watches; counts how often it was cleared.
class CountedNotifier {
 public:
    explicit CountedNotifier(AioContext *ctx) : ctx_(ctx)
    {
        event_notifier_init(&notifier_, false);
        aio_set_event_notifier(ctx_, &notifier_, Clear);
    }
    ~CountedNotifier()
    {
        aio_set_event_notifier(ctx_, &notifier_, nullptr);
        event_notifier_cleanup(&notifier_);
    }
    void Set() { event_notifier_set(&notifier_); }
    int clears() const { return notifier_.clears; }

 private:
    struct Counted : EventNotifier {
        int clears = 0;
    };

    static void Clear(EventNotifier *notifier)
    {
        static_cast<Counted *>(notifier)->clears +=
            event_notifier_test_and_clear(notifier);
    }

    AioContext *ctx_;
    Counted notifier_;
};

}  // namespace laio

#endif  // TESTS_SCENARIOS_COUNTED_NOTIFIER_H
