// The trace and verdict of one scenario, in memory shared by the process that
// runs it and the one that watches: whatever was written survives a crash.
//
// The watching process makes and frees it; the running one writes. Of a long
// trace the beginning and the end are kept.
// Thread: one in each process; the watcher reads when the other has ended,
// and takes nothing for granted: a crashing process may have scribbled here.

#ifndef TESTS_HARNESS_SHARED_REPORT_H
#define TESTS_HARNESS_SHARED_REPORT_H

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/harness/verdict.h"

namespace laio {

class SharedReport {
 public:
    struct Unmap {
        void operator()(SharedReport *report) const;
    };
    using Ptr = std::unique_ptr<SharedReport, Unmap>;

    // Returns:  NULL when there is no memory.
    static Ptr Make();

    // Forgets everything, as if just made.
    void Clear();
    // Appends an event. Returns: its step, which Amend() takes.
    int Record(int depth, Actor from, Actor to, std::string_view text);
    // Gives an event another text, unless it is no longer kept.
    void Amend(int step, std::string_view text);
    // The promise broke at the newest event.
    void MarkBroken();
    void SetVerdict(Verdict verdict, std::string_view detail);

    // Nothing when the process ended without one.
    std::optional<Verdict> verdict() const;
    std::string detail() const;
    std::vector<TraceEvent> Trace() const;

 private:
    static constexpr int kFirst = 60;
    static constexpr int kLast = 140;

    struct Event {
        int step;
        int depth;
        int from;  // an Actor
        int to;
        int broken;
        char text[108];
    };

    Event &Slot(int step);
    const Event &Slot(int step) const;

    int steps_;
    int verdict_;  // 0, or 1 + Verdict
    char detail_[1024];
    Event events_[kFirst + kLast];
};

}  // namespace laio

#endif  // TESTS_HARNESS_SHARED_REPORT_H
