// What the mail shows of a line, and how far that can be believed.

#ifndef TOOLS_PATCH_SHOWN_LINES_H
#define TOOLS_PATCH_SHOWN_LINES_H

#include <string>
#include <string_view>
#include <vector>

#include "tools/patch/blank_forms.h"
#include "tools/patch/recover.h"
#include "tools/patch/segment.h"
#include "tools/patch/word_stream.h"

namespace laio {

// Compares what the mail shows of lines that the file before the patch has
// with those lines. When all agree byte for byte, added lines are believed
// too, unless there is reason for doubt. When tabs and blanks were turned into
// one another, added lines are turned back as those are, or as if the author
// had not written as the file is. Else some of a line's
// blanks may still be right: its indent, or the gaps between its words.
class ShownLines {
 public:
    ShownLines(const WordStream &stream,
               const std::vector<std::string> &old_lines,
               const RecoverOptions &options)
        : stream_(stream), old_lines_(old_lines), doubt_(options.doubt),
          forms_(options.forms)
    {
    }

    void Learn(const Segmentation &segmentation);
    RecoveredLine Recover(const SegmentLine &line) const;

 private:
    void LearnGaps(const SegmentLine &line, const std::string &real);
    // Where runs of blanks have become one, gaps of one blank tell nothing.
    bool NarrowGapsAreRight() const
    {
        bool others_lost = indents_lost_ && !signs_apart_;
        return gaps_right_ && (wide_gaps_seen_ || others_lost ||
                               (!doubt_ && indents_right_));
    }
    // With a doubt it takes lines that show it.
    bool IndentsAreRight() const
    {
        return indents_right_ && (doubt_ ? indents_seen_ : seen_) > 0;
    }
    bool SignsAreGlued() const
    {
        bool may_be_lost = doubt_ && indents_seen_ == 0;
        return (indents_lost_ || may_be_lost) && !signs_apart_;
    }
    RecoveredLine RecoverAdded(const SegmentLine &line) const;
    void RecoverBlanks(const SegmentLine &line, RecoveredLine *added) const;
    std::optional<std::string> GapBefore(const std::vector<int> &words,
                                         std::size_t i) const;
    std::optional<std::string> GapAtWrap(const std::vector<int> &words,
                                         std::size_t i) const;

    const WordStream &stream_;
    const std::vector<std::string> &old_lines_;
    bool doubt_;
    bool forms_;
    BlankVotes votes_;
    bool indents_right_ = true;
    bool gaps_right_ = true;     // between words
    bool wide_gaps_seen_ = false;
    bool indents_lost_ = false;  // lines begin without their indent
    bool signs_apart_ = false;   // blanks follow on some signs
    int seen_ = 0;
    int indents_seen_ = 0;  // that are more than a blank
};

// The text of items [begin, end): lines where they survived, else words.
std::string TextOfItems(const WordStream &stream, int begin, int end);

struct CountedLines {
    int olds = 0;
    int news = 0;
};

// Lines of each side by their looks alone; for messages.
CountedLines CountLines(const WordStream &stream, int begin, int end);

}  // namespace laio

#endif  // TOOLS_PATCH_SHOWN_LINES_H
