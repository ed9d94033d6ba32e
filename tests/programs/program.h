// A program: a short sequence of what a caller, a loop and a kernel may do to
// a backend, as a value.
//
// It names no request: verbs choose among what is there when they run, so
// that any sequence means something and any part of one can be left out. A
// verb that cannot do anything where it stands does nothing.
// Values; any thread.

#ifndef TESTS_PROGRAMS_PROGRAM_H
#define TESTS_PROGRAMS_PROGRAM_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tools/base/result.h"

namespace laio {

enum class VerbKind {
    // The caller. Requests take a size in sectors, and what runs when they
    // complete.
    kRead,     // with a callback where the subject can, else a coroutine
    kWrite,
    kCoRead,   // in a coroutine of its own
    kCoWrite,
    kChain,    // a request that repeats itself so often, each done at once
    kPlug,
    kUnplug,   // the device's limit of a batch, 0 for none
    kBatch,    // the context's limit of a batch
    kCancel,   // half of it: the nth not done; odd: the kernel cancels at once
    kDetach,
    kAttach,
    kCleanup,  // and a new init
    // The loop.
    kPoll,   // one turn that does not wait
    kBlock,  // one turn that waits
    kUntil,  // turns that wait, until the nth not done is done
    kGlib,   // one turn of a GMainContext, which does not wait
    // The kernel; the nth is of those in flight.
    kComplete,   // the nth, result
    kPut,        // the same, unseen until kTail
    kTail,       // moves tail over what was put
    kSignal,     // signals the eventfd for all that was put
    kInside,     // the next one taken is done before io_submit() returns
    kMeanwhile,  // the nth is done before the next io_submit() returns
    kTake,       // the next io_submit() takes at most so many
    kTakeNone,   // the next io_submit() takes none and reports no error
    kEagain,     // the next io_submit() fails like this
    kEinval,
    kEintr,
    kCapacity,  // requests it holds at most, 0 for the ring's slots
};

inline constexpr int kVerbKinds = static_cast<int>(VerbKind::kCapacity) + 1;

// How a request, or a part of it, ends.
enum class Outcome {
    kFull,
    kEof,     // nothing; the file ends, or the disk is full
    kShort,   // the first 100 bytes; behind them the file ends
    kPart,    // the first 100 bytes; there is more
    kEio,
    kEnospc,
};

inline constexpr int kOutcomes = static_cast<int>(Outcome::kEnospc) + 1;

struct Verb {
    VerbKind kind = VerbKind::kPoll;
    int number = 0;   // what it means depends on the kind
    Outcome outcome = Outcome::kFull;
    std::vector<Verb> then;  // when the request completes

    bool operator==(const Verb &) const = default;
};

// What is at the io_context_t.
enum class RingKind { kKnown, kOtherMagic, kIncompatible, kNoAddress };

struct Program {
    unsigned slots = 8;  // of the ring; at least 3
    unsigned start = 0;  // head and tail at first
    bool signals = false;  // the loop needs signals: World::EnterGlib()
    RingKind ring = RingKind::kKnown;
    std::vector<Verb> verbs;

    bool operator==(const Program &) const = default;
};

// What the text and the decoder need to know of a kind.
struct VerbShape {
    const char *name;
    int numbers;  // how many values `number` has, from `least` on; 0: none
    int least;
    bool has_outcome;
    bool has_then;
};

const VerbShape &ShapeOf(VerbKind kind);

// "full", "eof", ...
const char *OutcomeName(Outcome outcome);

// Verbs, nested ones too.
size_t CountVerbs(const std::vector<Verb> &verbs);

// `ring 4 start 3; read 1 { poll; }; complete 0 full; block;` in one line.
std::string ProgramText(const Program &program);

// Reads what ProgramText() wrote; blanks and line ends are alike.
// Returns:  an Error that says where the text stops being a program.
Result<Program> ParseProgram(std::string_view text);

}  // namespace laio

#endif  // TESTS_PROGRAMS_PROGRAM_H
