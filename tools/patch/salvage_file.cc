#include "tools/patch/salvage_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/patch/base_file.h"
#include "tools/patch/build_patch.h"
#include "tools/patch/file_header.h"
#include "tools/patch/grade_reason.h"
#include "tools/patch/layout_search.h"
#include "tools/patch/post_image.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

// Combinations of the hunks' readings that are looked at.
constexpr int kMaxCombinations = 64;
// Versions of a file that are tried when its blob is not there.
constexpr int kMaxVersions = 40;
// A proof must be better than one wrong id in a thousand searches.
constexpr double kMaxFalsePositives = 1e-3;

bool IsNullId(const std::string &id)
{
    return !id.empty() && id.find_first_not_of('0') == std::string::npos;
}

bool IsHexId(const std::string &id)
{
    return id.size() >= 4 && id.size() <= 40 &&
           id.find_first_not_of("0123456789abcdef") == std::string::npos;
}

class FileSalvager {
 public:
    FileSalvager(const WordStream &stream, const LocatedFile &located,
                 const Tree &tree, const SalvageOptions &options,
                 const LinesByWords &moved)
        : stream_(stream), located_(located), tree_(tree), options_(options),
          moved_(moved)
    {
    }

    Result<FileSalvage> Run()
    {
        const FilePatch &header = located_.header;
        for (const std::string &path : {header.old_path, header.new_path}) {
            Status safe = path.empty() ? Ok() : CheckPath(path);
            if (!safe) {
                return safe.error();
            }
        }
        StartFile();
        if (!FindBase() || !CheckHeader() ||
            !(Recover() || RecoverFromEarlier())) {
            return std::move(out_);
        }
        ChooseReading();
        if (CanStillBeProven()) {
            Reread({.doubt = true});
        }
        if (CanStillBeProven()) {
            Recount();
        }
        if (!exact_ && !recovered_.suspicion.empty()) {
            out_.fault_line = recovered_.fault_line;
            Fail(recovered_.suspicion);
            return std::move(out_);
        }
        GradeFile();
        MakePatch();
        return std::move(out_);
    }

 private:
    SalvagedFile &File() { return out_.file; }

    bool Fail(std::string reason)
    {
        File().grade = Grade::kFailed;
        File().reason = std::move(reason);
        return false;
    }

    void StartFile()
    {
        const FilePatch &header = located_.header;
        File().path = header.path();
        File().old_path = header.old_path.empty() ? header.path()
                                                  : header.old_path;
        File().pre = header.old_id;
        File().post = header.new_id;
        File().hunks = int(located_.hunks.size());
    }

    bool FindBase()
    {
        Result<BaseFile> base = FindBaseFile(located_.header, tree_);
        if (!base) {
            return Fail(base.error().message);
        }
        if (!base->content && !located_.header.old_path.empty()) {
            out_.missing = true;
            return Fail(fmt::format("there is no such file in {}",
                                    tree_.Describe()));
        }
        UseBase(std::move(*base));
        return true;
    }

    bool CheckHeader()
    {
        const FilePatch &header = located_.header;
        if (!located_.fault.empty()) {
            return Fail(located_.fault);
        }
        if (header.binary) {
            return Fail("it is a binary patch");
        }
        if (header.path().empty()) {
            return Fail("its header names no file");
        }
        bool says_something = header.renamed || header.copied ||
                              header.old_mode != header.new_mode ||
                              header.old_path != header.new_path;
        if (located_.hunks.empty() && !says_something) {
            return Fail("it has no hunk");
        }
        Result<std::optional<TreeFile>> file = tree_.Read(File().old_path);
        unsigned mode = file && *file ? (*file)->mode : 0100644;
        File().old_mode = header.old_mode ? header.old_mode : mode;
        File().new_mode = header.new_mode ? header.new_mode
                                          : File().old_mode;
        return true;
    }

    bool Recover()
    {
        recovered_ = RecoverFile(stream_, located_, before_.lines);
        out_.comments = std::move(recovered_.comments);
        if (recovered_.fault.empty() ||
            (CanStillBeProven() && Recount())) {
            return true;
        }
        out_.fault_line = recovered_.fault_line;
        return Fail(recovered_.fault);
    }

    // Without the blob that the patch was made for, the newest version of the
    // file that its hunks fit may stand for it.
    bool RecoverFromEarlier()
    {
        if (base_.proven || located_.header.old_path.empty()) {
            return false;
        }
        FileSalvage failed = out_;
        for (FoundBlob &version :
             tree_.Versions(located_.header.old_path, kMaxVersions)) {
            UseBase({std::move(version.content), version.id,
                     fmt::format("commit {}, the newest one that it fits",
                                 version.commit.substr(0, 12)),
                     false});
            if (Recover()) {
                out_.fault_line = 0;
                File().reason.clear();
                return true;
            }
        }
        out_ = std::move(failed);
        return false;
    }

    void UseBase(BaseFile base)
    {
        base_ = std::move(base);
        File().before = base_.content;
        File().base = base_.description;
        before_ = SplitLines(base_.content.value_or(""));
    }

    bool PostIdGiven() const
    {
        return IsHexId(located_.header.new_id) &&
               !IsNullId(located_.header.new_id) &&
               !located_.header.new_path.empty();
    }

    bool IdFits(const std::string &content)
    {
        File().candidates++;
        return BlobId(content).starts_with(located_.header.new_id);
    }

    void Use(const std::vector<std::size_t> &chosen, PostImage image)
    {
        chosen_ = chosen;
        image_ = std::move(image);
    }

    // The likeliest reading of every hunk, unless the blob id speaks for
    // another one or for another layout.
    void ChooseReading()
    {
        if (exact_) {
            return;
        }
        std::vector<std::size_t> first(recovered_.hunks.size(), 0);
        Use(first, Guess(first));
        if (!PostIdGiven()) {
            return;
        }
        std::vector<std::size_t> chosen = first;
        for (int i = 0; i < kMaxCombinations; i++) {
            PostImage image = Guess(chosen);
            if (IdFits(image.Content())) {
                exact_ = true;
                Use(chosen, std::move(image));
                return;
            }
            if (!NextCombination(&chosen)) {
                break;
            }
        }
        if (image_.UnknownLines() > 0 && base_.proven) {
            LayoutSearch search = SearchLayout(&image_, before_, File().post,
                                               CandidatesLeft());
            File().candidates += search.candidates;
            exact_ = search.found;
        }
    }

    // Half of them are kept for a second look.
    std::uint64_t CandidatesLeft() const
    {
        std::uint64_t most = options_.max_candidates;
        if (!stream_.flat && !doubting_) {
            most /= 2;
        }
        return most - std::min(most, out_.file.candidates);
    }

    bool CanStillBeProven() const
    {
        return !exact_ && PostIdGiven() && base_.proven && !stream_.flat;
    }

    // Something in the mail is not what it seems, as the result is not the
    // file whose id it gives: reads it again, with less belief.
    // Returns:  whether that gives the file; else all is as before.
    bool Reread(const RecoverOptions &options)
    {
        RecoveredFile other = RecoverFile(stream_, located_, before_.lines,
                                          options);
        if (!other.fault.empty()) {
            return false;
        }
        doubting_ = true;
        std::swap(recovered_, other);
        std::vector<std::size_t> chosen = chosen_;
        PostImage image = image_;
        ChooseReading();
        if (!exact_) {
            std::swap(recovered_, other);
            Use(chosen, std::move(image));
        }
        return exact_;
    }

    // Where a header's counts are wrong, only the blob id can tell that from
    // a lost line.
    bool Recount()
    {
        if (!Reread({.recount = true})) {
            return false;
        }
        for (const std::string &note : recovered_.recounted) {
            out_.notes.push_back(File().path + ": " + note);
        }
        recovered_.suspicion.clear();
        return true;
    }

    PostImage Guess(const std::vector<std::size_t> &chosen) const
    {
        PostImage image = MakePostImage(before_, recovered_.hunks, chosen,
                                        moved_);
        GuessLayout(&image, before_);
        return image;
    }

    bool NextCombination(std::vector<std::size_t> *chosen) const
    {
        for (std::size_t i = chosen->size(); i-- > 0;) {
            if (++(*chosen)[i] < recovered_.hunks[i].readings.size()) {
                return true;
            }
            (*chosen)[i] = 0;
        }
        return false;
    }

    bool SeveralReadings() const
    {
        return std::any_of(recovered_.hunks.begin(), recovered_.hunks.end(),
                           [](const RecoveredHunk &hunk) {
                               return hunk.readings.size() > 1;
                           });
    }

    void GradeFile()
    {
        std::string content = image_.Content();
        bool removed = located_.header.new_path.empty();
        if (removed && !content.empty()) {
            Fail("it is said to be deleted, but lines would remain");
            return;
        }
        if (!removed) {
            File().result_id = BlobId(content);
            File().after = std::move(content);
        }
        if (PostIdGiven()) {
            File().false_positive = ExpectedFalsePositives(
                File().candidates, File().post.size());
        }
        bool all_known = image_.UnknownLines() == 0 && !SeveralReadings();
        if (exact_ && File().false_positive <= kMaxFalsePositives) {
            File().grade = Grade::kExact;
        } else if (removed && base_.proven) {
            File().grade = Grade::kExact;
        } else if (all_known && !(PostIdGiven() && base_.proven)) {
            File().grade = Grade::kConsistent;
            File().reason = laio::WhyNoProof(PostIdGiven());
        } else {
            File().grade = Grade::kGuessed;
            File().reason = WhyGuessed(all_known);
            File().uncertain = UncertainLines(image_, before_);
        }
    }

    std::string WhyGuessed(bool all_known)
    {
        GuessEvidence evidence;
        evidence.id_fits = exact_;
        evidence.all_known = all_known;
        evidence.only_readings_open = image_.UnknownLines() == 0;
        evidence.id_given = PostIdGiven();
        evidence.base_proven = base_.proven;
        return laio::WhyGuessed(File(), evidence);
    }

    void MakePatch()
    {
        if (File().grade == Grade::kFailed) {
            return;
        }
        FilePatch &patch = out_.patch;
        patch = located_.header;
        patch.old_mode = File().old_mode;
        patch.new_mode = File().new_mode;
        std::size_t digits = std::max<std::size_t>(7, File().pre.size());
        std::string none(digits, '0');
        patch.old_id = base_.content ? base_.id.substr(0, digits) : none;
        patch.new_id = File().after ? File().result_id.substr(0, digits)
                                    : none;
        patch.hunks = BuildHunks(recovered_.hunks, chosen_, image_);
        patch.header = MakeFileHeader(patch);
        ChangeCount count = CountChanges(patch);
        File().insertions = count.insertions;
        File().deletions = count.deletions;
        for (std::size_t i = 0; i < patch.hunks.size(); i++) {
            NoteOffset(int(i) + 1, recovered_.hunks[i].header,
                       patch.hunks[i]);
        }
    }

    void NoteOffset(int number, const Hunk &stated, const Hunk &found)
    {
        int offset = found.old_start - stated.old_start;
        if (offset != 0) {
            out_.notes.push_back(fmt::format(
                "{}: hunk {} is at line {}, {} lines from where its header "
                "says",
                File().path, number, found.old_start, offset));
        }
    }

    const WordStream &stream_;
    const LocatedFile &located_;
    const Tree &tree_;
    const SalvageOptions &options_;
    const LinesByWords &moved_;
    BaseFile base_;
    TextLines before_;
    RecoveredFile recovered_;
    std::vector<std::size_t> chosen_;
    PostImage image_;
    bool exact_ = false;
    bool doubting_ = false;
    FileSalvage out_;
};

}  // namespace

Result<FileSalvage> SalvageFile(const WordStream &stream,
                                const LocatedFile &located, const Tree &tree,
                                const SalvageOptions &options,
                                const LinesByWords &moved)
{
    return FileSalvager(stream, located, tree, options, moved).Run();
}

}  // namespace laio
