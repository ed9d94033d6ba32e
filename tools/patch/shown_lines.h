// What the mail shows of a line, and how far that can be believed.

#ifndef TOOLS_PATCH_SHOWN_LINES_H
#define TOOLS_PATCH_SHOWN_LINES_H

#include <string>
#include <vector>

#include "tools/patch/recover.h"
#include "tools/patch/segment.h"
#include "tools/patch/word_stream.h"

namespace laio {

// Compares what the mail shows of lines that the file before the patch has
// with those lines. When all agree byte for byte, the blanks of added lines
// are believed too; when they agree in their columns, the added lines' columns
// are a good guess.
class ShownLines {
 public:
    ShownLines(const WordStream &stream,
               const std::vector<std::string> &old_lines)
        : stream_(stream), old_lines_(old_lines)
    {
    }

    void Learn(const Segmentation &segmentation);
    RecoveredLine Recover(const SegmentLine &line) const;

 private:
    RecoveredLine RecoverAdded(const SegmentLine &line) const;

    const WordStream &stream_;
    const std::vector<std::string> &old_lines_;
    int seen_ = 0;
    bool all_exact_ = true;
    bool all_columns_ = true;
    bool indents_lost_ = false;  // lines begin right after their sign
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
