// The lines that a patch adds: nobody knows their words, so they end where
// another line may begin.

#ifndef TOOLS_PATCH_ADDED_LINES_H
#define TOOLS_PATCH_ADDED_LINES_H

#include <string_view>
#include <vector>

#include "tools/patch/segment.h"

namespace laio {

// A line that may begin at a place of the text.
struct LineOption {
    bool is_comment = false;  // skips text that is not the patch's
    SegmentLine line;
    int end = 0;
    int cost = 0;
};

// The words of the file's lines that a hunk may use.
using OldWords = std::vector<std::vector<std::string_view>>;

class AddedLines {
 public:
    // Keeps: references to all.
    AddedLines(const WordStream &stream, const SegmentTask &task,
               const OldWords &old_words)
        : stream_(stream), task_(task), old_words_(old_words)
    {
    }

    // The added lines that may begin at the mark `at`, after `olds` old ones.
    std::vector<LineOption> At(int at, int olds) const;

 private:
    void Grow(int at, int olds, int wraps_left, LineOption option,
              std::vector<LineOption> *out) const;
    bool LineMayBegin(int at, int olds) const;
    std::size_t RemarkIn(const SegmentLine &line) const;
    int CostOfPassing(int at) const;

    const WordStream &stream_;
    const SegmentTask &task_;
    const OldWords &old_words_;
};

// Whether an empty line is among those that are not the patch's, around `at`.
bool RunHasEmptyLine(const WordStream &stream, const SegmentTask &task,
                     int at);

}  // namespace laio

#endif  // TOOLS_PATCH_ADDED_LINES_H
