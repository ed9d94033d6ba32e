// The next version of a patch: as its author would send it, style mended.

#ifndef TOOLS_REPORT_NEXT_VERSION_H
#define TOOLS_REPORT_NEXT_VERSION_H

#include <string>
#include <vector>

#include "tools/report/review_report.h"

namespace laio {

struct NextPatch {
    std::string name;  // "v2-0001-linux-aio-read-events.patch"
    std::string text;  // what `git am` takes
};

struct NextSeries {
    std::vector<NextPatch> patches;  // one per mail, or none
    std::vector<std::string> notes;  // why there are none, or what is not as
                                     // it could be
};

// The author's messages and trailers as they were, the subjects one version
// on, a changelog under the `---`, the diffs with their style mended, and blob
// ids that are those of the results.
//
// A patch whose lines a later one needs as they were stays as it was. There is
// no next version when there is nothing to mend, or when a patch could not be
// recovered whole.
NextSeries NextVersion(const ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_REPORT_NEXT_VERSION_H
