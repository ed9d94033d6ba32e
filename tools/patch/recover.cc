#include "tools/patch/recover.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "tools/patch/file_style.h"
#include "tools/patch/hunk_doubts.h"
#include "tools/patch/hunk_comments.h"
#include "tools/patch/hunk_header.h"
#include "tools/patch/hunk_section.h"
#include "tools/patch/kept_hunk.h"
#include "tools/patch/masked_word.h"
#include "tools/patch/segment.h"
#include "tools/patch/shown_lines.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

// The work one hunk may cause: lines that are tried, over all places in the
// file and section ends.
constexpr std::size_t kMaxTries = 300'000;
// The same of all hunks of a file.
constexpr std::size_t kMaxTriesOfFile = 10'000'000;

class FileRecovery {
 public:
    FileRecovery(const WordStream &stream, const LocatedFile &file,
                 const std::vector<std::string> &old_lines,
                 const RecoverOptions &options)
        : stream_(stream), file_(file), old_lines_(old_lines),
          options_(options)
    {
    }

    RecoveredFile Run()
    {
        for (std::size_t i = 0; i < file_.hunks.size(); i++) {
            LocatedHunk hunk = file_.hunks[i];
            if (options_.recount) {
                Recount(&hunk);
            }
            if (result_.tries > kMaxTriesOfFile) {
                tries_left_ = 0;
                Fail(hunk);
                return std::move(result_);
            }
            bool believe = !options_.doubt && !options_.forms;
            if ((believe && ReadKept(hunk)) ||
                (!options_.remarks && ReadDamaged(hunk))) {
                continue;
            }
            if (i + 1 == file_.hunks.size() ||
                !ReadOver(hunk, file_.hunks[i + 1])) {
                Fail(hunk);
                return std::move(result_);
            }
            i++;
        }
        if (!damaged_.empty()) {
            ShownLines shown(stream_, old_lines_, options_);
            for (const Damaged &damaged : damaged_) {
                shown.Learn(damaged.segments.readings[0]);
            }
            for (const Damaged &damaged : damaged_) {
                FillReadings(shown, damaged);
            }
        }
        return std::move(result_);
    }

 private:
    struct Damaged {
        int hunk = 0;
        SegmentResult segments;
    };

    // Takes the counts of the lines that are there for the header's.
    void Recount(LocatedHunk *hunk)
    {
        CountedLines counted = CountLines(stream_, hunk->begin, hunk->end);
        if (stream_.flat || (counted.olds == hunk->header.old_count &&
                             counted.news == hunk->header.new_count)) {
            return;
        }
        result_.recounted.push_back(fmt::format(
            "hunk {}: its header says {} old and {} new lines, {} and {} are "
            "there",
            result_.hunks.size() + 1, hunk->header.old_count,
            hunk->header.new_count, counted.olds, counted.news));
        hunk->header.old_count = counted.olds;
        hunk->header.new_count = counted.news;
    }

    void Suspect(HunkDoubt doubt)
    {
        if (!doubt.reason.empty() && result_.suspicion.empty()) {
            result_.suspicion = std::move(doubt.reason);
            result_.fault_line = doubt.line;
        }
    }

    int StatedFirst(const LocatedHunk &hunk) const
    {
        int first = hunk.header.old_start - (hunk.header.old_count > 0);
        return std::max(0, first + drift_);
    }

    // Hunks come in order and share no line.
    int PreviousEnd() const
    {
        return result_.hunks.empty()
                   ? 0
                   : result_.hunks.back().old_first +
                         result_.hunks.back().header.old_count;
    }

    void Place(const LocatedHunk &hunk, int first, std::string section)
    {
        drift_ += first - StatedFirst(hunk);
        RecoveredHunk recovered;
        recovered.header = hunk.header;
        recovered.header.section = std::move(section);
        recovered.old_first = first;
        recovered.line = hunk.line;
        result_.hunks.push_back(std::move(recovered));
    }

    bool ReadKept(const LocatedHunk &hunk)
    {
        if (stream_.flat) {
            return false;
        }
        std::optional<KeptHunk> kept = ReadKeptHunk(stream_, hunk,
                                                    options_.remarks);
        if (!kept || std::any_of(kept->lines.begin(), kept->lines.end(),
                                 [](const PatchLine &line) {
                                     return HasMaskedWord(line.text);
                                 })) {
            return false;
        }
        std::optional<int> first = PlaceOfHunk(kept->lines, old_lines_,
                                               StatedFirst(hunk));
        result_.tries += first ? std::abs(*first - StatedFirst(hunk))
                               : old_lines_.size();
        if (!first || *first < PreviousEnd()) {
            return false;
        }
        Place(hunk, *first, kept->section);
        Reading reading;
        for (const PatchLine &line : kept->lines) {
            RecoveredLine known;
            known.kind = line.kind;
            known.text = line.text;
            known.no_newline = line.no_newline;
            reading.push_back(std::move(known));
        }
        result_.hunks.back().readings.push_back(std::move(reading));
        result_.hunks.back().reading_count = 1;
        AddComments(kept->comments);
        Suspect(DoubtAboutRest(stream_, hunk, kept->end, Number()));
        AddComments(CommentsAfter(stream_, kept->end, hunk.end,
                                  int(kept->lines.size())));
        return true;
    }

    // Whether the hunk's first line can be the file's line `first`.
    bool CanStartAt(int mark, int first, const LocatedHunk &hunk) const
    {
        if (first < PreviousEnd() ||
            first + hunk.header.old_count > int(old_lines_.size())) {
            return false;
        }
        std::string_view word = stream_.Word(mark + 1);
        if (hunk.header.old_count == 0 || word.starts_with('+') ||
            word.starts_with('-')) {
            return true;
        }
        std::vector<std::string_view> words = SplitWords(old_lines_[first]);
        return words.empty() ? word.empty() || stream_.flat
                             : words[0] == word || word.empty();
    }

    bool ReadDamaged(const LocatedHunk &hunk)
    {
        if (!is_code_) {
            is_code_ = LearnFileStyle(old_lines_).braces;
        }
        std::vector<int> marks = SectionEnds(stream_, hunk);
        int stated = StatedFirst(hunk);
        int farthest = hunk.header.old_count ? int(old_lines_.size()) : 0;
        tries_left_ = kMaxTries;
        for (int distance = 0; distance <= farthest; distance++) {
            for (int first : {stated - distance, stated + distance}) {
                for (int mark : marks) {
                    if (tries_left_ > 0 && CanStartAt(mark, first, hunk) &&
                        Segment(hunk, mark, first)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    // A remark may quote a header that is none of the patch's.
    bool ReadOver(LocatedHunk hunk, const LocatedHunk &next)
    {
        hunk.end = next.end;
        return stream_.flat && ReadDamaged(hunk);
    }

    bool Segment(const LocatedHunk &hunk, int mark, int first)
    {
        SegmentTask task = TaskOf(hunk, first);
        task.begin = mark;
        task.max_tries = tries_left_;
        SegmentResult segments = SegmentHunk(stream_, task);
        tries_left_ -= std::min(tries_left_, segments.tries + 1);
        result_.tries += segments.tries + 1;
        if (segments.readings.empty()) {
            return false;
        }
        Place(hunk, first,
              SectionText(stream_, hunk.begin, mark, old_lines_, first));
        const Segmentation &best = segments.readings[0];
        AddComments(best.comments);
        Suspect(DoubtAboutRest(stream_, hunk, best.end, Number()));
        Suspect(DoubtAboutReading(stream_, hunk, best, Number()));
        AddComments(CommentsAfter(stream_, best.end, hunk.end,
                                  int(best.lines.size())));
        damaged_.push_back({int(result_.hunks.size()) - 1,
                            std::move(segments)});
        return true;
    }

    void FillReadings(const ShownLines &shown, const Damaged &damaged)
    {
        RecoveredHunk &hunk = result_.hunks[damaged.hunk];
        hunk.reading_count = damaged.segments.count;
        for (const Segmentation &segmentation : damaged.segments.readings) {
            Reading reading;
            for (const SegmentLine &line : segmentation.lines) {
                reading.push_back(shown.Recover(line));
            }
            if (std::find(hunk.readings.begin(), hunk.readings.end(),
                          reading) == hunk.readings.end()) {
                hunk.readings.push_back(std::move(reading));
            }
        }
    }

    void AddComments(const std::vector<SegmentComment> &comments)
    {
        for (const SegmentComment &comment : comments) {
            AppendComment(stream_, comment, Number(), &result_.comments);
        }
    }

    // Of the hunk that was placed last, from 1.
    int Number() const { return int(result_.hunks.size()); }

    void Fail(const LocatedHunk &hunk)
    {
        bool too_many = tries_left_ == 0;
        result_.fault_line = hunk.line;
        result_.fault = WhyUnreadable(hunk, Number() + 1, CountedIn(hunk),
                                      too_many);
    }

    // How many lines the hunk has: as many as would make it readable where it
    // says it is, else by the looks of lines that were kept.
    CountedLines CountedIn(const LocatedHunk &hunk)
    {
        SegmentTask task = TaskOf(hunk, StatedFirst(hunk));
        tries_left_ = kMaxTries;
        for (int more : {-1, 1, -2, 2, -3, 3}) {
            task.new_count = hunk.header.new_count + more;
            for (int mark : SectionEnds(stream_, hunk)) {
                task.begin = mark;
                if (tries_left_ > 0 &&
                    CanStartAt(mark, task.old_first, hunk) &&
                    CanBeRead(task)) {
                    return {task.old_count, task.new_count};
                }
            }
        }
        if (stream_.flat) {
            return {hunk.header.old_count, hunk.header.new_count};
        }
        return CountLines(stream_, hunk.begin, hunk.end);
    }

    bool CanBeRead(SegmentTask task)
    {
        task.max_tries = std::min(task.max_tries, tries_left_);
        SegmentResult segments = SegmentHunk(stream_, task);
        tries_left_ -= std::min(tries_left_, segments.tries + 1);
        result_.tries += segments.tries + 1;
        return !segments.readings.empty();
    }

    SegmentTask TaskOf(const LocatedHunk &hunk, int first) const
    {
        SegmentTask task;
        task.end = hunk.end;
        task.old_count = hunk.header.old_count;
        task.new_count = hunk.header.new_count;
        task.old_lines = &old_lines_;
        task.old_first = first;
        task.is_code = is_code_.value_or(true);
        task.max_tries = kMaxTries / 10;
        return task;
    }

    const WordStream &stream_;
    const LocatedFile &file_;
    const std::vector<std::string> &old_lines_;
    RecoverOptions options_;
    std::optional<bool> is_code_;  // learnt when a hunk is damaged
    int drift_ = 0;
    std::size_t tries_left_ = 0;
    std::vector<Damaged> damaged_;
    RecoveredFile result_;
};

}  // namespace

RecoveredFile RecoverFile(const WordStream &stream, const LocatedFile &file,
                          const std::vector<std::string> &old_lines,
                          const RecoverOptions &options)
{
    return FileRecovery(stream, file, old_lines, options).Run();
}

}  // namespace laio
