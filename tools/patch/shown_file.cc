#include "tools/patch/shown_file.h"

#include <fmt/format.h>

#include <utility>

#include "tools/git/tree.h"
#include "tools/patch/hunk_comments.h"
#include "tools/patch/hunk_doubts.h"
#include "tools/patch/hunk_header.h"
#include "tools/patch/kept_hunk.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

class ShownHunkReader {
 public:
    ShownHunkReader(const WordStream &stream, const LocatedFile &located)
        : stream_(stream), located_(located)
    {
    }

    ShownHunks Run()
    {
        for (const LocatedHunk &hunk : located_.hunks) {
            if (!Read(hunk)) {
                break;
            }
        }
        return std::move(shown_);
    }

 private:
    int Number() const { return int(shown_.hunks.size()) + 1; }

    bool Fail(const LocatedHunk &hunk, std::string reason)
    {
        shown_.fault = std::move(reason);
        shown_.fault_line = hunk.line;
        return false;
    }

    bool Read(const LocatedHunk &located)
    {
        std::optional<KeptHunk> kept;
        if (!stream_.flat) {
            kept = ReadKeptHunk(stream_, located);
        }
        if (!kept) {
            return Fail(located, fmt::format(
                "hunk {} (`{}`) is damaged, and only the file that it is for "
                "could tell how; name its tree with --tree",
                Number(), PrintHunkHeader(located.header)));
        }
        HunkDoubt doubt = DoubtAboutRest(stream_, located, kept->end,
                                         Number());
        if (!doubt.reason.empty()) {
            return Fail(located, std::move(doubt.reason));
        }
        Hunk hunk = located.header;
        hunk.section = kept->section;
        hunk.lines = std::move(kept->lines);
        TakeComments(*kept, located, int(hunk.lines.size()));
        CheckPlace(hunk);
        shown_.hunks.push_back(std::move(hunk));
        return true;
    }

    void TakeComments(const KeptHunk &kept, const LocatedHunk &located,
                      int lines)
    {
        for (const auto &comments :
             {kept.comments,
              CommentsAfter(stream_, kept.end, located.end, lines)}) {
            for (const SegmentComment &comment : comments) {
                AppendComment(stream_, comment, Number(), &shown_.comments);
            }
        }
    }

    // A hunk of another size before it moves what comes after.
    void CheckPlace(const Hunk &hunk)
    {
        int moved = hunk.new_start - hunk.old_start +
                    (hunk.new_count == 0) - (hunk.old_count == 0);
        if (moved != moved_ && shown_.gap.empty()) {
            shown_.gap = fmt::format(
                "hunk {} is {} lines from where those before it put it: some "
                "of the patch is not there", Number(), moved - moved_);
        }
        moved_ = moved + hunk.new_count - hunk.old_count;
    }

    const WordStream &stream_;
    const LocatedFile &located_;
    int moved_ = 0;
    ShownHunks shown_;
};

}  // namespace

std::optional<std::string> WholeFileShown(const WordStream &stream,
                                          const LocatedFile &located)
{
    const std::string &id = located.header.old_id;
    if (id.size() < 7 || located.hunks.size() != 1 ||
        located.hunks[0].header.old_start != 1) {
        return std::nullopt;
    }
    ShownHunks shown = ReadShownHunks(stream, located);
    if (shown.hunks.empty()) {
        return std::nullopt;
    }
    TextLines before;
    before.final_newline = true;
    for (const PatchLine &line : shown.hunks[0].lines) {
        if (line.kind != LineKind::kAdded) {
            before.lines.push_back(line.text);
            before.final_newline = !line.no_newline;
        }
    }
    std::string content = JoinLines(before);
    return BlobId(content).starts_with(id)
               ? std::optional<std::string>(std::move(content))
               : std::nullopt;
}

ShownHunks ReadShownHunks(const WordStream &stream,
                          const LocatedFile &located)
{
    return ShownHunkReader(stream, located).Run();
}

}  // namespace laio
