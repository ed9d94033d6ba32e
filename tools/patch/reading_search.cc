#include "tools/patch/reading_search.h"

#include <algorithm>

#include "tools/git/tree.h"
#include "tools/patch/layout_search.h"

namespace laio {
namespace {

// Combinations of the hunks' readings that are looked at.
constexpr int kMaxCombinations = 64;

bool IsNullId(const std::string &id)
{
    return !id.empty() && id.find_first_not_of('0') == std::string::npos;
}

bool IsHexId(const std::string &id)
{
    return id.size() >= 4 && id.size() <= 40 &&
           id.find_first_not_of("0123456789abcdef") == std::string::npos;
}

class ReadingSearch {
 public:
    explicit ReadingSearch(const ReadingTask &task) : task_(task) {}

    FoundReading Run()
    {
        found_.recovered = Recover({});
        found_.comments = std::move(found_.recovered.comments);
        if (!found_.Good() && !(CanStillBeProven() && RereadLines())) {
            return std::move(found_);
        }
        Choose();
        if (CanStillBeProven()) {
            Reread({.remarks = true});
        }
        if (CanStillBeProven() && found_.image.UnknownLines() == 0) {
            Reread({.forms = true});
        }
        if (CanStillBeProven()) {
            Reread({.doubt = true});
        }
        if (CanStillBeProven()) {
            Recount();
        }
        return std::move(found_);
    }

 private:
    RecoveredFile Recover(const RecoverOptions &options)
    {
        RecoveredFile recovered = RecoverFile(*task_.stream, *task_.located,
                                              task_.before->lines, options);
        found_.tries += recovered.tries;
        return recovered;
    }

    bool IdGiven() const { return PostIdGiven(task_.located->header); }

    bool IdFits(const std::string &content)
    {
        found_.candidates++;
        return BlobId(content).starts_with(task_.located->header.new_id);
    }

    void Use(const std::vector<std::size_t> &chosen, PostImage image)
    {
        found_.chosen = chosen;
        found_.image = std::move(image);
    }

    void Choose()
    {
        if (found_.exact) {
            return;
        }
        std::vector<std::size_t> first(found_.recovered.hunks.size(), 0);
        Use(first, Guess(first));
        if (!IdGiven()) {
            return;
        }
        std::vector<std::size_t> chosen = first;
        for (int i = 0; i < kMaxCombinations; i++) {
            PostImage image = Guess(chosen);
            if (IdFits(image.Content())) {
                found_.exact = true;
                Use(chosen, std::move(image));
                return;
            }
            if (!NextCombination(&chosen)) {
                break;
            }
        }
        if (found_.image.UnknownLines() > 0 && task_.base_proven) {
            LayoutSearch search = SearchLayout(
                &found_.image, *task_.before, task_.located->header.new_id,
                CandidatesLeft());
            found_.candidates += search.candidates;
            found_.exact = search.found;
        }
    }

    // Half of them are kept for a second look.
    std::uint64_t CandidatesLeft() const
    {
        std::uint64_t most = task_.max_candidates;
        if (!task_.stream->flat && !doubting_) {
            most /= 2;
        }
        return most - std::min(most, found_.candidates);
    }

    bool CanStillBeProven() const
    {
        return !found_.exact && IdGiven() && task_.base_proven &&
               !task_.stream->flat;
    }

    // Something in the mail is not what it seems, as the result is not the
    // file whose id it gives: reads it again, with less belief.
    // Returns:  whether that gives the file; else all is as before.
    bool Reread(const RecoverOptions &options)
    {
        RecoveredFile other = Recover(options);
        if (!other.fault.empty()) {
            return false;
        }
        doubting_ = options.doubt || options.recount;
        std::swap(found_.recovered, other);
        std::vector<std::size_t> chosen = found_.chosen;
        PostImage image = found_.image;
        Choose();
        if (found_.exact) {
            found_.comments = std::move(found_.recovered.comments);
        } else {
            std::swap(found_.recovered, other);
            Use(chosen, std::move(image));
        }
        return found_.exact;
    }

    // Where a header's counts are wrong, only the blob id can tell that from
    // a lost line.
    bool Recount()
    {
        bool proven = Reread({.recount = true});
        if (proven) {
            found_.recovered.suspicion.clear();
        }
        return proven;
    }

    // Where no reading by the headers' counts was found.
    bool RereadLines() { return Reread({.remarks = true}) || Recount(); }

    PostImage Guess(const std::vector<std::size_t> &chosen) const
    {
        PostImage image = MakePostImage(*task_.before, found_.recovered.hunks,
                                        chosen, *task_.moved);
        GuessLayout(&image, *task_.before);
        return image;
    }

    bool NextCombination(std::vector<std::size_t> *chosen) const
    {
        const std::vector<RecoveredHunk> &hunks = found_.recovered.hunks;
        for (std::size_t i = chosen->size(); i-- > 0;) {
            if (++(*chosen)[i] < hunks[i].readings.size()) {
                return true;
            }
            (*chosen)[i] = 0;
        }
        return false;
    }

    const ReadingTask &task_;
    bool doubting_ = false;
    FoundReading found_;
};

}  // namespace

bool FoundReading::HasSeveral() const
{
    return std::any_of(recovered.hunks.begin(), recovered.hunks.end(),
                       [](const RecoveredHunk &hunk) {
                           return hunk.readings.size() > 1;
                       });
}

bool PostIdGiven(const FilePatch &header)
{
    return IsHexId(header.new_id) && !IsNullId(header.new_id) &&
           !header.new_path.empty();
}

FoundReading FindReading(const ReadingTask &task)
{
    return ReadingSearch(task).Run();
}

}  // namespace laio
