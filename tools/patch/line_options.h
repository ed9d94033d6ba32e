// The lines that may begin at a place of the text, each with a cost.

#ifndef TOOLS_PATCH_LINE_OPTIONS_H
#define TOOLS_PATCH_LINE_OPTIONS_H

#include <string_view>
#include <vector>

#include "tools/patch/added_lines.h"
#include "tools/patch/segment.h"

namespace laio {

// What a removed line without its indent costs.
constexpr int kIndentLost = 1;

class LineOptions {
 public:
    // Keeps: references to both.
    LineOptions(const WordStream &stream, const SegmentTask &task);
    LineOptions(const LineOptions &) = delete;

    // What may come at item `at` after `olds` and `news` lines of each side.
    std::vector<LineOption> At(int at, int olds, int news) const;

    // When all lines are read. Leftover words before the next mark cost; -1:
    // they cannot be.
    int CostOfEndingAt(int at) const;

 private:
    void AddContext(int at, int olds, std::vector<LineOption> *out) const;
    void AddRemoved(int at, int olds, std::vector<LineOption> *out) const;
    void AddComment(int at, std::vector<LineOption> *out) const;
    void Offer(LineOption option, std::vector<LineOption> *out) const;

    // Matches words from item `at` on, over wraps.
    // Returns: one past the last, or -1.
    int Match(int at, const std::vector<std::string_view> &words,
              bool *wrapped) const;
    int SkipNoNewline(int at, bool *found) const;
    int NextMark(int at) const;
    bool MayBeCommentInLine(int at) const;

    const WordStream &stream_;
    const SegmentTask &task_;
    OldWords old_words_;
    AddedLines added_;
};

}  // namespace laio

#endif  // TOOLS_PATCH_LINE_OPTIONS_H
