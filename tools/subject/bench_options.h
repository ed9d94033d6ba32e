// What is measured, and with what.

#ifndef TOOLS_SUBJECT_BENCH_OPTIONS_H
#define TOOLS_SUBJECT_BENCH_OPTIONS_H

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "tools/subject/run.h"

namespace laio {

struct BenchOptions {
    std::filesystem::path file;  // a file or block device
    std::string rw = "randread";
    int rwmix_read = 50;       // percent of reads in rw and randrw
    bool direct = false;       // past the page cache
    bool allow_write = false;  // without it a writing mode is refused
    int bs_bytes = 4096;
    std::vector<int> queue_depths = {32};  // of each job
    int jobs = 1;    // on one loop, each with its own batches
    int batch = 1;   // requests per submission at most
    std::chrono::nanoseconds poll_time{32'768};  // of engines that poll
    std::chrono::milliseconds warm_up{100};
    std::chrono::milliseconds runtime{1'000};  // of one run
    int repeats = 3;

    bool writes() const { return rw != "read" && rw != "randread"; }
    bool random() const { return rw.starts_with("rand"); }
    bool mixed() const { return rw.ends_with("rw"); }
};

enum class EngineKind {
    kSubject,  // a linux-aio.c, on this project's loop
    kBare,     // no backend and no loop: what the requests cost alone
    kFio,      // the programs of others, where installed
    kQemuImg,
};

struct BenchEngine {
    EngineKind kind = EngineKind::kSubject;
    std::string name;     // "laio", "fio", a subject's name
    std::string variant;  // what the engine calls it; empty: it has only one
    BuiltSubject subject = {};  // of kSubject
    bool strange = false;   // somebody else's code, which may do anything
    bool poll = false;      // it may poll before it sleeps
    bool optional = false;  // where it cannot run, the others still do
};

}  // namespace laio

#endif  // TOOLS_SUBJECT_BENCH_OPTIONS_H
