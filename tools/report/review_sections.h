// The sections of a review's text, one function each, in its order.
//
// Each returns text of at most 76 columns, or nothing when the stage was not
// done.

#ifndef TOOLS_REPORT_REVIEW_SECTIONS_H
#define TOOLS_REPORT_REVIEW_SECTIONS_H

#include <string>

#include "tools/report/review_report.h"

namespace laio {

std::string VerdictSection(const ReviewReport &report);
std::string SummarySection(const ReviewReport &report);
std::string SalvageSection(const ReviewReport &report);
std::string ApplySection(const ReviewReport &report);
std::string SeriesSection(const ReviewReport &report);
std::string StyleSection(const ReviewReport &report);
std::string CompileSection(const ReviewReport &report);
std::string RunSection(const ReviewReport &report);
std::string BenchSection(const ReviewReport &report);
std::string ReproduceSection(const ReviewReport &report);

// A heading line.
std::string Heading(const std::string &words);

}  // namespace laio

#endif  // TOOLS_REPORT_REVIEW_SECTIONS_H
