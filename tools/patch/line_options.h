// The lines that may begin at a place of the text, each with a cost.

#ifndef TOOLS_PATCH_LINE_OPTIONS_H
#define TOOLS_PATCH_LINE_OPTIONS_H

#include <string_view>
#include <vector>

#include "tools/patch/segment.h"

namespace laio {

// What a removed line without its indent costs.
constexpr int kIndentLost = 1;

struct LineOption {
    bool is_comment = false;  // skips text that is not the patch's
    SegmentLine line;
    int end = 0;
    int cost = 0;
};

class LineOptions {
 public:
    // Keeps: references to both.
    LineOptions(const WordStream &stream, const SegmentTask &task);

    // What may come at item `at` after `olds` and `news` lines of each side.
    std::vector<LineOption> At(int at, int olds, int news) const;

    // When all lines are read. Leftover words before the next mark cost; -1:
    // they cannot be.
    int CostOfEndingAt(int at) const;

 private:
    void AddContext(int at, int olds, std::vector<LineOption> *out) const;
    void AddRemoved(int at, int olds, std::vector<LineOption> *out) const;
    void AddAdded(int at, int olds, std::vector<LineOption> *out) const;
    void GrowAdded(int at, int olds, int wraps_left, LineOption option,
                   std::vector<LineOption> *out) const;
    bool LineMayBegin(int at, int olds) const;
    bool Unquoted() const { return stream_.flat && stream_.mark.empty(); }
    void AddComment(int at, std::vector<LineOption> *out) const;
    void Offer(LineOption option, std::vector<LineOption> *out) const;

    // Matches words from item `at` on, over wraps.
    // Returns: one past the last, or -1.
    int Match(int at, const std::vector<std::string_view> &words,
              bool *wrapped) const;
    std::size_t RemarkIn(const SegmentLine &line) const;
    int SkipNoNewline(int at, bool *found) const;
    int NextMark(int at) const;
    int CostOfPassing(int at) const;
    bool MayBeCommentInLine(int at) const;
    bool RunHasEmptyLine(int at) const;

    const WordStream &stream_;
    const SegmentTask &task_;
    std::vector<std::vector<std::string_view>> old_words_;
};

}  // namespace laio

#endif  // TOOLS_PATCH_LINE_OPTIONS_H
