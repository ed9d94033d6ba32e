// A patch line by line, with what was found out under the lines it is about.

#ifndef TOOLS_REPORT_ANNOTATED_PATCH_H
#define TOOLS_REPORT_ANNOTATED_PATCH_H

#include <string>
#include <vector>

#include "tools/report/review_report.h"

namespace laio {

enum class NoteKind { kStyle, kCompiler, kReviewer };

struct PatchNote {
    NoteKind kind = NoteKind::kStyle;
    std::string label;  // "ERROR", "gcc warning", who wrote it
    std::string text;   // of a reviewer: may have several lines
    std::string rule;   // of style
    bool mended = false;  // in the next version
    // Added lines below that it is true of as well; empty lines between them
    // do not count.
    int more = 0;
};

enum class RowKind { kFile, kHunk, kContext, kRemoved, kAdded };

struct PatchRow {
    RowKind kind = RowKind::kContext;
    std::string text;  // without the marker in the first column
    int old_line = 0;  // 0: not on that side
    int new_line = 0;
    std::vector<PatchNote> notes;
};

struct AnnotatedPatch {
    std::vector<PatchNote> general;  // about no line of it
    std::vector<PatchRow> rows;

    bool HasNotes() const;
};

// The patch of one mail of the report.
//
//   mail  index into report.mails
AnnotatedPatch AnnotatePatch(const ReviewReport &report, size_t mail);

}  // namespace laio

#endif  // TOOLS_REPORT_ANNOTATED_PATCH_H
