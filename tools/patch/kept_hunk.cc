#include "tools/patch/kept_hunk.h"

#include <algorithm>

namespace laio {
namespace {

class KeptHunkReader {
 public:
    KeptHunkReader(const WordStream &stream, const LocatedHunk &hunk,
                   bool remarks)
        : stream_(stream), hunk_(hunk), remarks_(remarks), at_(hunk.begin),
          old_left_(hunk.header.old_count), new_left_(hunk.header.new_count)
    {
    }

    std::optional<KeptHunk> Run()
    {
        ReadSection();
        while (at_ < hunk_.end && (Wanting() || AtNoNewline())) {
            bool good = stream_.IsMark(at_) ? ReadLine() : ReadComment();
            if (!good) {
                return std::nullopt;
            }
        }
        if (Wanting() || MayGoOnInComment()) {
            return std::nullopt;
        }
        kept_.end = at_;
        return std::move(kept_);
    }

 private:
    bool Wanting() const { return old_left_ > 0 || new_left_ > 0; }

    bool AtNoNewline() const
    {
        return stream_.IsMark(at_) &&
               stream_.items[at_].text.starts_with("\\ ");
    }

    int NextLine(int at) const
    {
        at++;
        while (at < hunk_.end && stream_.IsWord(at)) {
            at++;
        }
        return at;
    }

    // The rest of the line that has the second @@.
    void ReadSection()
    {
        int mark = at_ - 1;
        while (mark > 0 && stream_.IsWord(mark)) {
            mark--;
        }
        std::string_view header = stream_.items[mark].text;
        std::size_t end = header.find(" @@");
        if (stream_.IsMark(mark) && end != std::string_view::npos) {
            kept_.section = header.substr(end + 3);
        }
        at_ = NextLine(at_ - 1);
    }

    bool ReadLine()
    {
        std::string_view text = stream_.items[at_].text;
        if (AtNoNewline()) {
            at_ = NextLine(at_);
            if (kept_.lines.empty()) {
                return false;
            }
            kept_.lines.back().no_newline = true;
            return true;
        }
        // Mailers drop the blank of an empty context line.
        char kind = text.empty() ? ' ' : text[0];
        if (kind != ' ' && kind != '+' && kind != '-') {
            return false;
        }
        old_left_ -= kind != '+';
        new_left_ -= kind != '-';
        kept_.lines.push_back({LineKind(kind),
                               std::string(text.empty() ? text
                                                        : text.substr(1)),
                               false});
        at_ = NextLine(at_);
        return old_left_ >= 0 && new_left_ >= 0;
    }

    // A run of lines that are not the patch's.
    bool ReadComment()
    {
        if (MayGoOnInComment()) {
            return false;
        }
        SegmentComment comment{at_, at_, int(kept_.lines.size())};
        while (at_ < hunk_.end && !stream_.IsMark(at_)) {
            at_++;
        }
        comment.end = at_;
        kept_.comments.push_back(comment);
        return true;
    }

    // Other text directly after an added line may be the rest of it.
    bool MayGoOnInComment() const
    {
        return !remarks_ && at_ < hunk_.end && stream_.IsBreak(at_) &&
               stream_.IsWord(at_ + 1) && !kept_.lines.empty() &&
               kept_.lines.back().kind == LineKind::kAdded;
    }

    const WordStream &stream_;
    const LocatedHunk &hunk_;
    bool remarks_;
    int at_;
    int old_left_;
    int new_left_;
    KeptHunk kept_;
};

bool FitsAt(const std::vector<PatchLine> &lines,
            const std::vector<std::string> &old_lines, int first)
{
    if (first < 0) {
        return false;
    }
    std::size_t at = std::size_t(first);
    for (const PatchLine &line : lines) {
        if (line.kind == LineKind::kAdded) {
            continue;
        }
        if (at >= old_lines.size() || old_lines[at++] != line.text) {
            return false;
        }
    }
    return at <= old_lines.size();
}

}  // namespace

std::optional<KeptHunk> ReadKeptHunk(const WordStream &stream,
                                     const LocatedHunk &hunk, bool remarks)
{
    return KeptHunkReader(stream, hunk, remarks).Run();
}

std::optional<int> PlaceOfHunk(const std::vector<PatchLine> &lines,
                               const std::vector<std::string> &old_lines,
                               int first)
{
    bool anchored = std::any_of(lines.begin(), lines.end(),
                                [](const PatchLine &line) {
                                    return line.kind != LineKind::kAdded;
                                });
    int farthest = anchored ? int(old_lines.size()) : 0;
    farthest = std::max(farthest, std::abs(first - farthest));
    for (int distance = 0; distance <= (anchored ? farthest : 0);
         distance++) {
        for (int place : {first - distance, first + distance}) {
            if (FitsAt(lines, old_lines, place)) {
                return place;
            }
        }
    }
    return std::nullopt;
}

}  // namespace laio
