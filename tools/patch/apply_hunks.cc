#include "tools/patch/apply_hunks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "tools/patch/describe_conflict.h"
#include "tools/patch/hunk_fuzz.h"
#include "tools/patch/hunk_header.h"
#include "tools/patch/kept_hunk.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

// Conflicts of one file that are described line by line; the others are told
// in a sentence.
constexpr std::size_t kMaxDescribed = 50;

// After so many hunks that fit nowhere no others are looked for.
constexpr std::size_t kMaxConflicts = 1000;

// Where a hunk goes, or why it goes nowhere.
struct Fit {
    int place = -1;  // line of the file before, from 0; -1: nowhere
    int fuzz = 0;
    FuzzyHunk fuzzy;  // what is left of it, when fuzz > 0
    std::string why;
};

class HunkApplier {
 public:
    HunkApplier(const std::string &path, const std::string &content,
                const ApplyOptions &options)
        : path_(path), old_(SplitLines(content)), options_(options)
    {
        new_.final_newline = old_.final_newline;
    }

    HunksOutcome Run(const std::vector<Hunk> &hunks)
    {
        for (std::size_t i = 0; i < hunks.size(); i++) {
            Fit fit = Find(hunks[i]);
            if (fit.place < 0) {
                Refuse(hunks[i], int(i) + 1, fit.why);
                continue;
            }
            int skipped = fit.fuzz ? fit.fuzzy.skipped_front : 0;
            int stated = Stated(hunks[i]);
            drift_ = fit.place - skipped - stated;
            out_.places.push_back({int(i) + 1, fit.place - skipped + 1,
                                   drift_, fit.fuzz});
            Put(fit.fuzz ? fit.fuzzy.lines : hunks[i].lines, fit.place);
        }
        CopyUpTo(old_.lines.size());
        out_.content = JoinLines(new_);
        return std::move(out_);
    }

 private:
    static int Stated(const Hunk &hunk)
    {
        return hunk.old_start - (hunk.old_count > 0);
    }

    void Refuse(const Hunk &hunk, int number, const std::string &why)
    {
        Conflict conflict;
        conflict.path = path_;
        conflict.hunk = number;
        conflict.reason = fmt::format("cannot apply {}: hunk {} (`{}`) {}",
                                      path_, number, PrintHunkHeader(hunk),
                                      why);
        if (out_.conflicts.size() < kMaxDescribed) {
            conflict.detail = DescribeConflict(hunk, old_.lines,
                                               Stated(hunk) + drift_);
        }
        out_.conflicts.push_back(std::move(conflict));
        out_.rejected.push_back(hunk);
    }

    Fit Find(const Hunk &hunk) const
    {
        int stated = Stated(hunk) + drift_;
        Fit fit;
        if (out_.conflicts.size() >= kMaxConflicts) {
            fit.why = "was not tried after so many that do not fit";
            return fit;
        }
        std::optional<int> place = PlaceOfHunk(hunk.lines, old_.lines, stated);
        if (!place || std::abs(*place - stated) > options_.max_offset) {
            return FindWithFuzz(hunk, stated);
        }
        int other = stated - (*place - stated);
        if (*place != stated && other > int(next_) &&
            PlaceOfHunk(hunk.lines, old_.lines, other) == other) {
            fit.why = fmt::format("fits equally well at lines {} and {}",
                                  *place + 1, other + 1);
        } else if (*place < int(next_)) {
            fit.why = "overlaps the hunk before it";
        } else if (!EndsAlike(hunk, *place)) {
            fit.why = "disagrees with the file about the line feed at its end";
        } else {
            fit.place = *place;
        }
        return fit;
    }

    Fit FindWithFuzz(const Hunk &hunk, int stated) const
    {
        Fit fit;
        Hunk reversed = Reversed(hunk);
        std::optional<int> there = PlaceOfHunk(reversed.lines, old_.lines,
                                               stated);
        if (there && hunk.lines.size() > std::size_t(hunk.old_count)) {
            fit.why = fmt::format("is in the file already, at line {}",
                                  *there + 1);
            return fit;
        }
        for (int fuzz = 1; fuzz <= options_.max_fuzz; fuzz++) {
            std::optional<FuzzyHunk> less = WithFuzz(hunk, fuzz);
            std::optional<int> place =
                less ? OnlyPlace(less->lines, old_.lines, int(next_))
                     : std::nullopt;
            if (place) {
                fit.place = *place;
                fit.fuzz = fuzz;
                fit.fuzzy = std::move(*less);
                return fit;
            }
        }
        fit.why = "does not fit: its context and removed lines are nowhere "
                  "in the file as they are";
        return fit;
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

    void Put(const std::vector<PatchLine> &lines, int place)
    {
        CopyUpTo(std::size_t(place));
        for (const PatchLine &line : lines) {
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
    HunksOutcome out_;
};

}  // namespace

HunksOutcome ApplyHunks(const std::string &path, const std::string &content,
                        const std::vector<Hunk> &hunks,
                        const ApplyOptions &options)
{
    return HunkApplier(path, content, options).Run(hunks);
}

Hunk Reversed(const Hunk &hunk)
{
    Hunk result = hunk;
    std::swap(result.old_start, result.new_start);
    std::swap(result.old_count, result.new_count);
    for (PatchLine &line : result.lines) {
        if (line.kind != LineKind::kContext) {
            line.kind = line.kind == LineKind::kAdded ? LineKind::kRemoved
                                                      : LineKind::kAdded;
        }
    }
    return result;
}

}  // namespace laio
