#include "tools/patch/salvage_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/patch/base_file.h"
#include "tools/patch/build_patch.h"
#include "tools/patch/file_header.h"
#include "tools/patch/grade_reason.h"
#include "tools/patch/layout_search.h"
#include "tools/patch/post_image.h"
#include "tools/patch/reading_search.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

// Versions of a file that are tried when its blob is not there.
constexpr int kMaxVersions = 40;
// A proof must be better than one wrong id in a thousand searches.
constexpr double kMaxFalsePositives = 1e-3;

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
        if (!found_.exact && !found_.recovered.suspicion.empty()) {
            out_.fault_line = found_.recovered.fault_line;
            Fail(found_.recovered.suspicion);
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
        found_ = FindReading({&stream_, &located_, &before_, base_.proven,
                              options_.max_candidates, &moved_});
        File().candidates += found_.candidates;
        out_.comments = std::move(found_.comments);
        if (!found_.Good()) {
            out_.fault_line = found_.recovered.fault_line;
            return Fail(found_.recovered.fault);
        }
        for (const std::string &note : found_.recovered.recounted) {
            out_.notes.push_back(File().path + ": " + note);
        }
        return true;
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

    void GradeFile()
    {
        std::string content = found_.image.Content();
        bool removed = located_.header.new_path.empty();
        if (removed && !content.empty()) {
            Fail("it is said to be deleted, but lines would remain");
            return;
        }
        if (!removed) {
            File().result_id = BlobId(content);
            File().after = std::move(content);
        }
        bool id_given = PostIdGiven(located_.header);
        if (id_given) {
            File().false_positive = ExpectedFalsePositives(
                File().candidates, File().post.size());
        }
        bool all_known = found_.image.UnknownLines() == 0 &&
                         !found_.HasSeveral();
        if (found_.exact && File().false_positive <= kMaxFalsePositives) {
            File().grade = Grade::kExact;
        } else if (removed && base_.proven) {
            File().grade = Grade::kExact;
        } else if (all_known && !(id_given && base_.proven)) {
            File().grade = Grade::kConsistent;
            File().reason = laio::WhyNoProof(id_given);
        } else {
            File().grade = Grade::kGuessed;
            File().reason = WhyGuessed(all_known);
            File().uncertain = UncertainLines(found_.image, before_);
        }
    }

    std::string WhyGuessed(bool all_known)
    {
        GuessEvidence evidence;
        evidence.id_fits = found_.exact;
        evidence.all_known = all_known;
        evidence.only_readings_open = found_.image.UnknownLines() == 0;
        evidence.id_given = PostIdGiven(located_.header);
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
        patch.hunks = BuildHunks(found_.recovered.hunks, found_.chosen,
                                 found_.image);
        patch.header = MakeFileHeader(patch);
        ChangeCount count = CountChanges(patch);
        File().insertions = count.insertions;
        File().deletions = count.deletions;
        for (std::size_t i = 0; i < patch.hunks.size(); i++) {
            NoteOffset(int(i) + 1, found_.recovered.hunks[i].header,
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
    FoundReading found_;
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
