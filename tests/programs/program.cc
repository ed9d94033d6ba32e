#include "tests/programs/program.h"

#include <array>

namespace laio {

namespace {

constexpr std::array<VerbShape, kVerbKinds> kShapes = {{
    {"read", 3, 1, false, true},
    {"write", 3, 1, false, true},
    {"co_read", 3, 1, false, true},
    {"co_write", 3, 1, false, true},
    {"chain", 512, 1, false, false},
    {"plug", 0, 0, false, false},
    {"unplug", 4, 0, false, false},
    {"batch", 4, 1, false, false},
    {"cancel", 8, 0, false, false},
    {"detach", 0, 0, false, false},
    {"attach", 0, 0, false, false},
    {"cleanup", 0, 0, false, false},
    {"poll", 0, 0, false, false},
    {"block", 0, 0, false, false},
    {"until", 4, 0, false, false},
    {"glib", 0, 0, false, false},
    {"complete", 4, 0, true, false},
    {"put", 4, 0, true, false},
    {"tail", 0, 0, false, false},
    {"signal", 0, 0, false, false},
    {"inside", 0, 0, true, false},
    {"meanwhile", 4, 0, true, false},
    {"take", 3, 1, false, false},
    {"take_none", 0, 0, false, false},
    {"eagain", 0, 0, false, false},
    {"einval", 0, 0, false, false},
    {"eintr", 0, 0, false, false},
    {"capacity", 4, 0, false, false},
}};

}  // namespace

const VerbShape &ShapeOf(VerbKind kind)
{
    return kShapes[static_cast<int>(kind)];
}

const char *OutcomeName(Outcome outcome)
{
    static constexpr std::array<const char *, kOutcomes> kNames = {
        "full", "eof", "short", "part", "eio", "enospc"};
    return kNames[static_cast<int>(outcome)];
}

size_t CountVerbs(const std::vector<Verb> &verbs)
{
    size_t count = 0;
    for (const Verb &verb : verbs) {
        count += 1 + CountVerbs(verb.then);
    }
    return count;
}

}  // namespace laio
