#include "tests/programs/exhaustive.h"

#include "tests/harness/scenario.h"

namespace laio {

namespace {

using enum VerbKind;

std::vector<Verb> VerbsOf(const char *text)
{
    Result<Program> program = ParseProgram(std::string("ring 3; ") + text);
    if (!program.ok()) {
        abort();  // a small world below is misspelt
    }
    return std::move(program->verbs);
}

std::vector<SmallWorld> MakeSmallWorlds()
{
    return {
        {"nested",
         "All short programs of requests whose callbacks poll, wait and "
         "submit keep every promise, wherever the ring starts.",
         Need::kAnything,
         VerbsOf("read 1; read 1 { poll; }; read 1 { block; }; "
                 "read 1 { write 1; }; complete 0 full; complete 1 eio; "
                 "put 0 full; poll; block;"),
         4, 3},
        {"queue",
         "All short programs of batches and a kernel without room keep "
         "every promise, wherever the ring starts.",
         Need::kAnything,
         VerbsOf("read 1; co_write 1; plug; unplug 0; unplug 1; take 1; "
                 "eagain; complete 0 full; inside full; poll; block;"),
         3, 3},
        {"refused",
         "All short programs of batches and requests that the kernel "
         "refuses keep every promise, wherever the ring starts.",
         Need::kAnything,
         VerbsOf("read 1; read 1 { read 1; }; plug; unplug 0; einval; "
                 "take 1; meanwhile 0 full; complete 0 full; poll;"),
         3, 3},
        {"reattached",
         "All short programs of requests that are detached and attached "
         "keep every promise, wherever the ring starts.",
         Need::kDetach,
         VerbsOf("read 1; read 1 { detach; attach; }; "
                 "read 1 { detach; poll; attach; block; }; complete 0 full; "
                 "put 0 full; detach; attach; cleanup; poll;"),
         3, 3},
    };
}

}  // namespace

const std::vector<SmallWorld> &AllSmallWorlds()
{
    static const std::vector<SmallWorld> worlds = MakeSmallWorlds();
    return worlds;
}

AllPrograms::AllPrograms(const SmallWorld &world, int length)
    : world_(world), length_(length)
{
}

// Depth first: longer by one, else the last one's neighbour.
bool AllPrograms::NextVerbs()
{
    if (counted_ && static_cast<int>(chosen_.size()) < length_) {
        chosen_.push_back(0);
        return true;
    }
    while (!chosen_.empty() && ++chosen_.back() == world_.verbs.size()) {
        chosen_.pop_back();
    }
    return !chosen_.empty();
}

bool AllPrograms::Next(Program *program)
{
    if (!NextVerbs()) {
        start_++;
        counted_ = true;
        if (start_ == world_.slots || !NextVerbs()) {
            return false;
        }
    }
    program->slots = world_.slots;
    program->start = start_;
    program->signals = start_ % 2;
    program->verbs.clear();
    for (size_t index : chosen_) {
        program->verbs.push_back(world_.verbs[index]);
    }
    return true;
}

}  // namespace laio
