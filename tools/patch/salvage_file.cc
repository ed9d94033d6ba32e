#include "tools/patch/salvage_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/patch/base_file.h"
#include "tools/patch/build_patch.h"
#include "tools/patch/choose_base.h"
#include "tools/patch/file_end.h"
#include "tools/patch/file_header.h"
#include "tools/patch/grade_reason.h"
#include "tools/patch/layout_search.h"
#include "tools/patch/post_image.h"
#include "tools/patch/reading_search.h"
#include "tools/patch/shown_file.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

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
        if (!FindBases() || !CheckHeader()) {
            return std::move(out_);
        }
        if (!File().checked) {
            TakeAsShown();
        } else if (Recover()) {
            GradeFile();
            MakePatch();
        }
        return std::move(out_);
    }

 private:
    SalvagedFile &File() { return out_.file; }
    const BaseFile &Base() const { return chosen_.base; }
    FoundReading &Found() { return chosen_.found; }

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

    bool FindBases()
    {
        Result<std::vector<BaseFile>> bases = FindBaseFiles(located_.header,
                                                            tree_);
        if (!bases) {
            return Fail(bases.error().message);
        }
        if (!bases->front().content && !located_.header.old_path.empty()) {
            std::optional<std::string> whole = WholeFileShown(stream_,
                                                              located_);
            if (whole) {
                bases->front() = {whole, BlobId(*whole),
                                  "what the patch shows of it, which is all",
                                  true};
            } else if (options_.unchecked) {
                File().checked = false;
            } else {
                out_.missing = true;
                return Fail(fmt::format("there is no such file in {}",
                                        tree_.Describe()));
            }
        }
        File().before = bases->front().content;
        File().base = bases->front().description;
        bases_ = std::move(*bases);
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
        Result<std::optional<TreeFile>> file = tree_.Read(File().old_path);
        unsigned mode = file && *file ? (*file)->mode : 0100644;
        File().old_mode = header.old_mode ? header.old_mode : mode;
        File().new_mode = header.new_mode ? header.new_mode
                                          : File().old_mode;
        bool says_something = header.renamed || header.copied ||
                              File().old_mode != File().new_mode ||
                              header.old_path != header.new_path;
        return !located_.hunks.empty() || says_something ||
               Fail("it has no hunk");
    }

    bool Recover()
    {
        chosen_ = ChooseBase({&stream_, &located_, &tree_,
                              options_.max_candidates, &moved_,
                              options_.max_work},
                             std::move(bases_));
        File().before = Base().content;
        File().base = Base().description;
        File().candidates = chosen_.candidates;
        out_.work = chosen_.work;
        out_.comments = std::move(Found().comments);
        const RecoveredFile &recovered = Found().recovered;
        if (!Found().Good()) {
            out_.fault_line = recovered.fault_line;
            return Fail(recovered.fault);
        }
        if (!Found().exact && !recovered.suspicion.empty()) {
            out_.fault_line = recovered.fault_line;
            return Fail(recovered.suspicion);
        }
        for (const std::string &note : recovered.recounted) {
            out_.notes.push_back(File().path + ": " + note);
        }
        return true;
    }

    // Nothing is known of the file, so that nothing proves a line.
    void TakeAsShown()
    {
        ShownHunks shown = ReadShownHunks(stream_, located_);
        out_.comments = std::move(shown.comments);
        if (!shown.fault.empty()) {
            out_.fault_line = shown.fault_line;
            Fail(std::move(shown.fault));
            return;
        }
        File().grade = Grade::kGuessed;
        File().reason = "there is no tree to check it against: its lines are "
                        "as the mail shows them";
        File().reason += shown.gap.empty() ? "" : ", and " + shown.gap;
        out_.patch = located_.header;
        out_.patch.hunks = std::move(shown.hunks);
        out_.patch.header = MakeFileHeader(out_.patch);
        Count();
    }

    void Count()
    {
        ChangeCount count = CountChanges(out_.patch);
        File().insertions = count.insertions;
        File().deletions = count.deletions;
    }

    void GradeFile()
    {
        std::string content = Found().image.Content();
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
        bool all_known = Found().image.UnknownLines() == 0 &&
                         !Found().HasSeveral();
        if (Found().exact && File().false_positive <= kMaxFalsePositives) {
            File().grade = Grade::kExact;
        } else if (removed && Base().proven) {
            File().grade = Grade::kExact;
        } else if (all_known && !(id_given && Base().proven)) {
            File().grade = Grade::kConsistent;
            File().reason = laio::WhyNoProof(id_given);
        } else {
            File().grade = Grade::kGuessed;
            File().reason = WhyGuessed(all_known);
            File().uncertain = UncertainLines(Found().image, chosen_.before);
        }
    }

    std::string WhyGuessed(bool all_known)
    {
        GuessEvidence evidence;
        evidence.id_fits = Found().exact;
        evidence.all_known = all_known;
        evidence.only_readings_open = Found().image.UnknownLines() == 0;
        evidence.id_given = PostIdGiven(located_.header);
        evidence.base_proven = Base().proven;
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
        patch.old_id = Base().content ? Base().id.substr(0, digits) : none;
        patch.new_id = File().after ? File().result_id.substr(0, digits)
                                    : none;
        patch.hunks = BuildHunks(Found().recovered.hunks, Found().chosen,
                                 Found().image);
        std::string fault = MarkFileEnds(chosen_.before, Found().image,
                                         File().grade == Grade::kExact,
                                         &patch.hunks);
        if (!fault.empty()) {
            File().after = std::nullopt;
            Fail(std::move(fault));
            return;
        }
        patch.header = MakeFileHeader(patch);
        Count();
        for (std::size_t i = 0; i < patch.hunks.size(); i++) {
            NoteOffset(int(i) + 1, Found().recovered.hunks[i].header,
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
    std::vector<BaseFile> bases_;
    ChosenBase chosen_;
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
