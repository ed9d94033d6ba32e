#include "tests/programs/alphabet.h"

#include "tests/harness/scenario.h"

namespace laio {

namespace {

using enum VerbKind;

// What all have, and some more.
std::vector<VerbKind> With(std::vector<VerbKind> verbs)
{
    for (VerbKind kind :
         {kRead,     kRead,     kRead,  kWrite, kWrite, kCoRead, kCoRead,
          kCoWrite,  kPlug,     kUnplug, kBatch, kPut,  kTail,   kSignal,
          kComplete, kComplete, kComplete, kComplete, kPoll, kPoll, kPoll,
          kBlock,    kBlock,    kUntil}) {
        verbs.push_back(kind);
    }
    return verbs;
}

std::vector<Alphabet> MakeAlphabets()
{
    const std::vector<VerbKind> kBasic = With({});
    const std::vector<Outcome> kWhole = {Outcome::kFull, Outcome::kFull,
                                         Outcome::kFull, Outcome::kEio,
                                         Outcome::kEnospc};
    const std::vector<RingKind> known = {RingKind::kKnown};
    return {
        {"completions",
         "Whatever completes in whatever order, and whatever callbacks do, "
         "each request completes once with its own result.",
         Need::kAnything, kBasic, kWhole, known},
        {"inside-submit",
         "Also requests that are done before io_submit() returns complete "
         "once, each with its own result.",
         Need::kAnything,
         With({kInside, kInside, kInside, kMeanwhile, kMeanwhile}),
         kWhole, known},
        {"no-room",
         "Requests that the kernel has no room for wait, are sent later and "
         "complete once.",
         Need::kAnything,
         With({kTake, kTake, kEagain, kEagain, kCapacity, kInside}), kWhole,
         known},
        {"took-none",
         "Where io_submit() takes none and reports no error, each request "
         "completes once all the same.",
         Need::kAnything, With({kTakeNone, kTakeNone}), kWhole, known},
        {"refused",
         "An error of io_submit() is the first request's result, and the "
         "others go on.",
         Need::kAnything, With({kEinval, kEinval, kEintr}), kWhole, known},
        {"end-of-file",
         "Where a file ends or a disk is full, a read succeeds with zeros "
         "behind what there is, and a write fails.",
         Need::kAnything, kBasic,
         {Outcome::kFull, Outcome::kEof, Outcome::kShort}, known},
        {"parts",
         "Requests that the kernel transfers in parts complete once, each "
         "with its own result.",
         Need::kAnything, kBasic, {Outcome::kFull, Outcome::kPart}, known},
        {"cancelled",
         "Whatever is cancelled, each request completes once with its own "
         "result.",
         Need::kCancel, With({kCancel, kCancel, kCancel}), kWhole, known},
        {"reattached",
         "Requests complete once, each with its own result, when the backend "
         "is detached and attached again.",
         Need::kDetach, With({kDetach, kDetach, kAttach, kCleanup}), kWhole,
         known},
        {"glib",
         "Requests complete once, each with its own result, when a "
         "GMainContext drives the loop, too.",
         Need::kDetach, With({kGlib, kGlib, kGlib, kGlib, kInside, kEagain}),
         {Outcome::kFull, Outcome::kPart}, known},
        {"strange-rings",
         "Where the io_context_t is not the address of a known ring, each "
         "request completes once, or init refuses.",
         Need::kAnything, kBasic, kWhole,
         {RingKind::kOtherMagic, RingKind::kIncompatible,
          RingKind::kNoAddress}},
        {"chains",
         "Where each completion submits a request that is done at once, "
         "others in the loop get their turn.",
         Need::kAnything, With({kChain, kInside}), kWhole, known},
        {"everything",
         "Whatever requests, callbacks, kernel and loop do, all of it "
         "together, each request completes once with its own result.",
         Need::kAnything,
         With({kInside, kInside, kMeanwhile, kTake, kTakeNone, kEagain,
               kEinval, kCapacity, kCancel, kDetach, kAttach, kCleanup,
               kChain}),
         {Outcome::kFull, Outcome::kFull, Outcome::kEof, Outcome::kShort,
          Outcome::kPart, Outcome::kEio, Outcome::kEnospc},
         {RingKind::kKnown, RingKind::kKnown, RingKind::kKnown,
          RingKind::kOtherMagic}},
    };
}

}  // namespace

const std::vector<Alphabet> &AllAlphabets()
{
    static const std::vector<Alphabet> alphabets = MakeAlphabets();
    return alphabets;
}

const Alphabet *FindAlphabet(const std::string &name)
{
    for (const Alphabet &alphabet : AllAlphabets()) {
        if (alphabet.name == name) {
            return &alphabet;
        }
    }
    return nullptr;
}

}  // namespace laio
