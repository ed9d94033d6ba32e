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
         "The same when requests are done before io_submit() returns.",
         Need::kAnything,
         With({kInside, kInside, kInside, kMeanwhile, kMeanwhile}),
         kWhole, known},
        {"no-room",
         "The same when the kernel has no room for some requests: they wait "
         "and are sent later.",
         Need::kAnything,
         With({kTake, kTake, kEagain, kEagain, kCapacity, kInside}), kWhole,
         known},
        {"took-none",
         "The same when io_submit() takes none and reports no error.",
         Need::kAnything, With({kTakeNone, kTakeNone}), kWhole, known},
        {"refused",
         "The same when io_submit() fails: that is the first request's "
         "result, and the others go on.",
         Need::kAnything, With({kEinval, kEinval, kEintr}), kWhole, known},
        {"end-of-file",
         "The same when a file ends or a disk is full: a read succeeds with "
         "zeros behind what there is, a write fails.",
         Need::kAnything, kBasic,
         {Outcome::kFull, Outcome::kEof, Outcome::kShort}, known},
        {"parts",
         "The same when the kernel transfers requests in parts.",
         Need::kAnything, kBasic, {Outcome::kFull, Outcome::kPart}, known},
        {"cancelled",
         "The same when requests are cancelled.",
         Need::kCancel, With({kCancel, kCancel, kCancel}), kWhole, known},
        {"reattached",
         "The same when the backend is detached and attached again.",
         Need::kDetach, With({kDetach, kDetach, kAttach, kCleanup}), kWhole,
         known},
        {"glib",
         "The same when a GMainContext drives the loop, too.",
         Need::kDetach, With({kGlib, kGlib, kGlib, kGlib, kInside, kEagain}),
         {Outcome::kFull, Outcome::kPart}, known},
        {"strange-rings",
         "The same where the io_context_t is not the address of a known "
         "ring.",
         Need::kAnything, kBasic, kWhole,
         {RingKind::kOtherMagic, RingKind::kIncompatible,
          RingKind::kNoAddress}},
        {"chains",
         "The same when each completion submits a request that is done at "
         "once; others in the loop get their turn.",
         Need::kAnything, With({kChain, kInside}), kWhole, known},
        {"everything",
         "The same with all of that together.",
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
