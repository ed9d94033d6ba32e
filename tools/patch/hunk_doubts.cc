#include "tools/patch/hunk_doubts.h"

#include <fmt/format.h>

#include "tools/patch/hunk_header.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

// Readings that cost as much are believed with a proof only.
constexpr int kSuspiciousCost = 7;

}  // namespace

HunkDoubt DoubtAboutRest(const WordStream &stream, const LocatedHunk &hunk,
                         int end, int number)
{
    if (stream.flat || end >= hunk.end || !stream.IsMark(end)) {
        return {};
    }
    std::string_view text = stream.items[end].text;
    bool change = text.starts_with('+') ||
                  (text.starts_with('-') && !text.starts_with("--"));
    if (!change && (!text.starts_with(' ') || IsBlank(text))) {
        return {};
    }
    return {fmt::format("hunk {} (`{}`) goes on after the lines that its "
                        "header announces: a line is doubled, or the header "
                        "is wrong",
                        number, PrintHunkHeader(hunk.header)),
            stream.items[end].line};
}

HunkDoubt DoubtAboutReading(const WordStream &stream, const LocatedHunk &hunk,
                            const Segmentation &reading, int number)
{
    if (stream.flat || reading.CostOfLines() < kSuspiciousCost) {
        return {};
    }
    CountedLines counted = CountLines(stream, hunk.begin, hunk.end);
    return {fmt::format("hunk {} (`{}`) does not hold what its header says: "
                        "{} old and {} new lines are there; a line is lost "
                        "or doubled",
                        number, PrintHunkHeader(hunk.header), counted.olds,
                        counted.news),
            hunk.line};
}

std::string WhyUnreadable(const LocatedHunk &hunk, int number,
                          const CountedLines &counted, bool too_many)
{
    std::string text = fmt::format("hunk {} (`{}`) ", number,
                                   PrintHunkHeader(hunk.header));
    if (counted.olds != hunk.header.old_count ||
        counted.news != hunk.header.new_count) {
        return text + fmt::format(
            "does not hold what its header says: {} old and {} new lines "
            "announced, {} and {} found; a line is lost or doubled",
            hunk.header.old_count, hunk.header.new_count, counted.olds,
            counted.news);
    }
    return text + (too_many ? "is too damaged: it can be read in too many ways"
                            : "does not fit the file: its context and removed "
                              "lines are nowhere in it");
}

}  // namespace laio
