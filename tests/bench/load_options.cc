#include "tests/bench/load_options.h"

#include <fmt/format.h>

namespace laio {

Result<BenchFile> OpenBenchFile(const LoadOptions &options)
{
    if (options.bs == 0 || options.bs % 512 != 0) {
        return UsageError(fmt::format(
            "cannot transfer {} bytes at a time: give a multiple of 512",
            options.bs));
    }
    if (options.qd == 0 || options.batch == 0 || options.jobs == 0) {
        return UsageError("a load needs at least one job, one request in "
                          "flight and one in a batch");
    }
    return BenchFile::Open(options.file, options.direct, options.rw.writes(),
                           options.bs);
}

}  // namespace laio
