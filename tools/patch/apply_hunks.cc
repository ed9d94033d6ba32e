#include "tools/patch/apply_hunks.h"

#include <fmt/format.h>

#include <cstdlib>
#include <optional>

#include "tools/patch/hunk_header.h"
#include "tools/patch/kept_hunk.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

class HunkApplier {
 public:
    HunkApplier(const std::string &path, const std::string &content,
                const ApplyOptions &options)
        : path_(path), old_(SplitLines(content)), options_(options)
    {
        new_.final_newline = old_.final_newline;
    }

    Result<std::string> Run(const std::vector<Hunk> &hunks,
                            std::vector<HunkPlace> *places)
    {
        for (std::size_t i = 0; i < hunks.size(); i++) {
            Result<int> place = Find(hunks[i], int(i) + 1);
            if (!place) {
                return place.error();
            }
            int stated = hunks[i].old_start - (hunks[i].old_count > 0);
            drift_ = *place - stated;
            places->push_back({int(i) + 1, *place + 1, drift_});
            Put(hunks[i], *place);
        }
        CopyUpTo(old_.lines.size());
        return JoinLines(new_);
    }

 private:
    Error Fault(const Hunk &hunk, int number, const std::string &why) const
    {
        return BadInput(fmt::format("cannot apply {}: hunk {} (`{}`) {}", path_,
                                    number, PrintHunkHeader(hunk), why));
    }

    Result<int> Find(const Hunk &hunk, int number) const
    {
        int stated = hunk.old_start - (hunk.old_count > 0) + drift_;
        std::optional<int> place = PlaceOfHunk(hunk.lines, old_.lines, stated);
        if (!place || std::abs(*place - stated) > options_.max_offset) {
            return Fault(hunk, number,
                         "does not fit: its context and removed lines are "
                         "nowhere in the file as they are");
        }
        int other = stated - (*place - stated);
        if (*place != stated && other > int(next_) &&
            PlaceOfHunk(hunk.lines, old_.lines, other) == other) {
            return Fault(hunk, number,
                         fmt::format("fits equally well at lines {} and {}",
                                     *place + 1, other + 1));
        }
        if (*place < int(next_)) {
            return Fault(hunk, number, "overlaps the hunk before it");
        }
        if (!EndsAlike(hunk, *place)) {
            return Fault(hunk, number,
                         "disagrees with the file about the line feed at its "
                         "end");
        }
        return *place;
    }

    bool EndsAlike(const Hunk &hunk, int place) const
    {
        std::size_t at = std::size_t(place);
        for (const PatchLine &line : hunk.lines) {
            if (line.kind == LineKind::kAdded) {
                continue;
            }
            at++;
            bool open_end = at == old_.lines.size() && !old_.final_newline;
            if (line.no_newline != open_end) {
                return false;
            }
        }
        return true;
    }

    void CopyUpTo(std::size_t end)
    {
        if (next_ < end) {
            new_.final_newline = old_.final_newline;
        }
        while (next_ < end) {
            new_.lines.push_back(old_.lines[next_++]);
        }
    }

    void Put(const Hunk &hunk, int place)
    {
        CopyUpTo(std::size_t(place));
        for (const PatchLine &line : hunk.lines) {
            next_ += line.kind != LineKind::kAdded;
            if (line.kind != LineKind::kRemoved) {
                new_.lines.push_back(line.text);
                new_.final_newline = !line.no_newline;
            }
        }
    }

    const std::string &path_;
    TextLines old_;
    const ApplyOptions &options_;
    TextLines new_;
    std::size_t next_ = 0;  // line of the file before, not yet copied
    int drift_ = 0;
};

}  // namespace

Result<std::string> ApplyHunks(const std::string &path,
                               const std::string &content,
                               const std::vector<Hunk> &hunks,
                               const ApplyOptions &options,
                               std::vector<HunkPlace> *places)
{
    return HunkApplier(path, content, options).Run(hunks, places);
}

}  // namespace laio
