// From the words of `laio bench --engine` to engines that can be measured.

#ifndef TOOLS_CLI_BENCH_ENGINES_H
#define TOOLS_CLI_BENCH_ENGINES_H

#include <string>
#include <vector>

#include "tools/cli/progress.h"
#include "tools/cli/workbench.h"
#include "tools/subject/bench.h"

namespace laio {

struct EngineWishes {
    // laio, bare, fio, qemu-img, one of their variants as in `fio:libaio`, or
    // a subject's name; empty: laio, and fio and qemu-img where they can run.
    std::vector<std::string> engines;
    std::vector<std::string> reaps = {"ring", "getevents"};  // of laio, bare
    std::vector<std::string> polls = {"off"};  // of laio, bare and subjects
    std::string tree;  // of REV:path engines
};

// Compiles every subject here and now, those that ship too: numbers compare
// only between programs that one compiler made with the same options.
//
// Returns:  an Error of kind kUsage for a variant that there is not, and those
//           of finding and building a subject.
Result<std::vector<BenchEngine>> MakeEngines(const Session &session,
                                             const EngineWishes &wishes,
                                             Workbench &workbench,
                                             Progress &progress);

}  // namespace laio

#endif  // TOOLS_CLI_BENCH_ENGINES_H
