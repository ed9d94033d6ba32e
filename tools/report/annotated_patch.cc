#include "tools/report/annotated_patch.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "tools/report/compiler_messages.h"

namespace laio {
namespace {

RowKind KindOf(LineKind kind)
{
    return kind == LineKind::kAdded     ? RowKind::kAdded
           : kind == LineKind::kRemoved ? RowKind::kRemoved
                                        : RowKind::kContext;
}

// Where the rows of one file are, to find the one that a note belongs under.
struct FileRows {
    std::string path;
    size_t begin = 0;
    size_t end = 0;
};

class Annotator {
 public:
    void AddFile(const FilePatch &file)
    {
        size_t begin = patch_.rows.size();
        patch_.rows.push_back({RowKind::kFile, file.path(), 0, 0, {}});
        for (const Hunk &hunk : file.hunks) {
            AddHunk(hunk);
        }
        files_.push_back({file.path(), begin, patch_.rows.size()});
    }

    // Under the line of the new file, else under the head of `hunk`, else
    // under the file, else nowhere in particular.
    void AddNote(const std::string &path, int line, int hunk, PatchNote note)
    {
        PatchRow *row = FindRow(path, line, hunk);
        (row ? row->notes : patch_.general).push_back(std::move(note));
    }

    AnnotatedPatch Finish() &&
    {
        for (size_t i = patch_.rows.size(); i-- > 1;) {
            size_t below = i;
            while (below + 1 < patch_.rows.size() &&
                   IsBlank(patch_.rows[below])) {
                below++;
            }
            Merge(patch_.rows[i - 1], patch_.rows[below]);
        }
        return std::move(patch_);
    }

 private:
    void AddHunk(const Hunk &hunk)
    {
        int old_line = hunk.old_start + (hunk.old_count == 0);
        int new_line = hunk.new_start + (hunk.new_count == 0);
        patch_.rows.push_back(
            {RowKind::kHunk,
             fmt::format("@@ -{},{} +{},{} @@{}", hunk.old_start,
                         hunk.old_count, hunk.new_start, hunk.new_count,
                         hunk.section),
             0, 0, {}});
        for (const PatchLine &line : hunk.lines) {
            PatchRow row{KindOf(line.kind), line.text, 0, 0, {}};
            if (line.kind != LineKind::kAdded) {
                row.old_line = old_line++;
            }
            if (line.kind != LineKind::kRemoved) {
                row.new_line = new_line++;
            }
            patch_.rows.push_back(std::move(row));
        }
    }

    PatchRow *FindRow(const std::string &path, int line, int hunk)
    {
        auto file = std::find_if(
            files_.begin(), files_.end(),
            [&](const FileRows &rows) { return rows.path == path; });
        if (file == files_.end()) {
            return nullptr;
        }
        PatchRow *found = &patch_.rows[file->begin];
        int hunks = 0;
        for (size_t i = file->begin; i < file->end; i++) {
            PatchRow &row = patch_.rows[i];
            hunks += row.kind == RowKind::kHunk;
            if (line && row.new_line == line) {
                return &row;
            }
            if (hunk && row.kind == RowKind::kHunk && hunks == hunk) {
                found = &row;
            }
        }
        return found;
    }

    static bool IsBlank(const PatchRow &row)
    {
        return row.kind == RowKind::kAdded && row.text.empty() &&
               row.notes.empty();
    }

    // What is true of a line and of the one below is said once.
    static void Merge(PatchRow &upper, PatchRow &lower)
    {
        if (upper.kind != RowKind::kAdded || lower.kind != RowKind::kAdded) {
            return;
        }
        for (PatchNote &note : upper.notes) {
            auto same = std::find_if(
                lower.notes.begin(), lower.notes.end(),
                [&](const PatchNote &other) {
                    return note.kind == NoteKind::kStyle &&
                           other.kind == NoteKind::kStyle &&
                           other.rule == note.rule &&
                           other.mended == note.mended;
                });
            if (same != lower.notes.end()) {
                note.more = same->more + 1;
                lower.notes.erase(same);
            }
        }
    }

    AnnotatedPatch patch_;
    std::vector<FileRows> files_;
};

// Rules of which nothing is left; where something is, no finding says for
// itself whether it is the one.
std::set<std::string> RulesLeft(const FixResult &style)
{
    std::set<std::string> rules;
    for (const Finding &finding : style.after.findings) {
        rules.insert(finding.rule);
    }
    return rules;
}

void AddStyle(const FixResult &style, Annotator &patch)
{
    std::set<std::string> left = RulesLeft(style);
    for (const Finding &finding : style.before.findings) {
        PatchNote note{NoteKind::kStyle, StyleLevelName(finding.level),
                       finding.message, finding.rule,
                       !left.contains(finding.rule), 0};
        patch.AddNote(finding.file, finding.line, 0, std::move(note));
    }
}

void AddCompiler(const JudgedFile &judged, Annotator &patch)
{
    if (!judged.after.compiled) {
        return;
    }
    for (const CompilerMessage &message :
         CompilerMessages(judged.after.compiled->output, judged.path)) {
        patch.AddNote(judged.path, message.line, 0,
                      {NoteKind::kCompiler, "compiler " + message.level,
                       message.text, "", false, 0});
    }
}

}  // namespace

bool AnnotatedPatch::HasNotes() const
{
    return !general.empty() ||
           std::any_of(rows.begin(), rows.end(),
                       [](auto &row) { return !row.notes.empty(); });
}

AnnotatedPatch AnnotatePatch(const ReviewReport &report, size_t mail)
{
    Annotator patch;
    for (const FilePatch &file : report.mails[mail].patch.files) {
        patch.AddFile(file);
    }
    for (const Comment &comment : report.mails[mail].comments) {
        patch.AddNote(comment.path, comment.line, comment.hunk,
                      {NoteKind::kReviewer,
                       comment.author.empty() ? "a reviewer" : comment.author,
                       comment.text, "", false, 0});
    }
    if (mail < report.style.size()) {
        AddStyle(report.style[mail], patch);
    }
    // Its lines are those of the file after the last patch.
    if (report.judged && mail + 1 == report.mails.size()) {
        AddCompiler(*report.judged, patch);
    }
    return std::move(patch).Finish();
}

}  // namespace laio
