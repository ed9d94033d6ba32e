#include "tools/patch/hunk_comments.h"

#include <string>
#include <utility>

#include "tools/patch/shown_lines.h"
#include "tools/patch/text_lines.h"

namespace laio {

void AppendComment(const WordStream &stream, const SegmentComment &comment,
                   int hunk, std::vector<FoundComment> *comments)
{
    std::string text = TextOfItems(stream, comment.begin, comment.end);
    if (!IsBlank(text) && !IsRestOfBrokenLine(stream, comment.begin)) {
        comments->push_back({std::move(text), hunk, comment.after_line});
    }
}

std::vector<SegmentComment> CommentsAfter(const WordStream &stream, int begin,
                                          int end, int lines)
{
    std::vector<SegmentComment> comments;
    for (int at = begin; at < end; at++) {
        if (stream.IsBreak(at)) {
            int last = at + 1;
            while (last < end && !stream.IsMark(last)) {
                last++;
            }
            comments.push_back({at, last, lines});
            at = last;
        }
    }
    return comments;
}

}  // namespace laio
