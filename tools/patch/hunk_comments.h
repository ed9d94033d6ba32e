// What reviewers wrote between and after the lines of a hunk.

#ifndef TOOLS_PATCH_HUNK_COMMENTS_H
#define TOOLS_PATCH_HUNK_COMMENTS_H

#include <vector>

#include "tools/patch/recover.h"
#include "tools/patch/segment.h"

namespace laio {

// Adds it to those found, unless it is blank or what a mailer cut off a line.
//
//   hunk   from 1
void AppendComment(const WordStream &stream, const SegmentComment &comment,
                   int hunk, std::vector<FoundComment> *comments);

// The items of [begin, end) that are no lines of the patch, after the hunk's
// last; a signature of the mail is left out.
//
//   lines   of the hunk
std::vector<SegmentComment> CommentsAfter(const WordStream &stream, int begin,
                                          int end, int lines);

}  // namespace laio

#endif  // TOOLS_PATCH_HUNK_COMMENTS_H
