// The files that a review's patches start from.

#ifndef TOOLS_REPORT_PRE_IMAGES_H
#define TOOLS_REPORT_PRE_IMAGES_H

#include "tools/git/tree.h"
#include "tools/report/review_report.h"

namespace laio {

// The contents of every file before the first patch that touches it.
MemoryTree PreImages(const ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_REPORT_PRE_IMAGES_H
