// What fio says of a run.

#ifndef TOOLS_SUBJECT_FIO_RUN_H
#define TOOLS_SUBJECT_FIO_RUN_H

#include <string_view>

#include "tools/base/result.h"
#include "tools/subject/measurement.h"

namespace laio {

// Fills the numbers of `blank` from what `fio --output-format=json` printed
// for one group of jobs, with percentiles of the whole latency.
//
// Returns:  an Error that names the member that is missing, or the errno with
//           which a job ended.
Result<Measurement> ReadFioJson(std::string_view text, Measurement blank);

}  // namespace laio

#endif  // TOOLS_SUBJECT_FIO_RUN_H
