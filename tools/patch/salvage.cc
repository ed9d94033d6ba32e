#include "tools/patch/salvage.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/patch/commit_text.h"
#include "tools/patch/locate.h"
#include "tools/patch/patch_text.h"
#include "tools/patch/salvage_file.h"
#include "tools/patch/salvage_limits.h"
#include "tools/patch/voices.h"
#include "tools/patch/word_stream.h"

namespace laio {
namespace {

std::string PlaceInMail(const Mail &mail, int body_line)
{
    int line = mail.body_line > 0 ? mail.body_line + body_line - 1 : body_line;
    return fmt::format("{}:{}", mail.source, line);
}

// The patch's line that comment lines stand behind, as a line of the file
// after it.
int NewLineOf(const FilePatch &file, const FoundComment &comment)
{
    if (comment.hunk < 1 || comment.hunk > int(file.hunks.size())) {
        return 0;
    }
    const Hunk &hunk = file.hunks[comment.hunk - 1];
    int line = hunk.new_start - 1;
    int end = std::min(comment.after_line, int(hunk.lines.size()));
    for (int i = 0; i < end; i++) {
        line += hunk.lines[i].kind != LineKind::kRemoved;
    }
    return std::max(line, 1);
}

class Salvager {
 public:
    Salvager(const Mail &mail, const Tree &tree, const SalvageOptions &options)
        : mail_(mail), tree_(tree), options_(options),
          stream_(MakeWordStream(mail.body)), voices_(mail)
    {
    }

    Result<SalvageResult> Run()
    {
        std::vector<LocatedFile> files = LocateFiles(stream_);
        if (files.empty()) {
            return BadInput(fmt::format(
                "{}: no patch in this mail: it has no `diff --git` line",
                PlaceInMail(mail_, 1)));
        }
        result_.source = mail_.source;
        result_.decoded = mail_.decoded;
        NoteShape();
        TakeCommitText(files[0].begin);
        bool any_there = false;
        std::vector<FileSalvage> salvages;
        for (const LocatedFile &file : files) {
            Result<FileSalvage> salvage = SalvageOne(file);
            if (!salvage) {
                return BadInput(PlaceInMail(mail_, file.line) + ": " +
                                salvage.error().message);
            }
            any_there = any_there || !salvage->missing;
            salvages.push_back(std::move(*salvage));
        }
        for (std::size_t i = 0; i < files.size(); i++) {
            TryMovedLines(files, i, &salvages);
        }
        for (FileSalvage &salvage : salvages) {
            TakeFile(std::move(salvage));
        }
        if (!any_there) {
            return BadInput(fmt::format(
                "{}: the patch is for {}, which is not in {}; name the right "
                "tree with --tree or its version with --base",
                PlaceInMail(mail_, files[0].line), result_.files[0].path,
                tree_.Describe()));
        }
        WritePatchText(&result_);
        return std::move(result_);
    }

 private:
    Result<FileSalvage> SalvageOne(const LocatedFile &file)
    {
        if (work_ > options_.max_work) {
            FileSalvage untried;
            untried.file.path = file.header.path();
            untried.file.reason = "not tried after so much work for the files "
                                  "before it; it needs a mail of its own";
            untried.fault_line = file.line;
            return untried;
        }
        Result<FileSalvage> salvage = SalvageFile(stream_, file, tree_,
                                                  options_);
        if (!salvage) {
            return salvage;
        }
        work_ += salvage->work;
        content_bytes_ += salvage->file.before.value_or("").size() +
                          salvage->file.after.value_or("").size();
        if (content_bytes_ > kMaxContentBytes) {
            return BadInput(fmt::format(
                "the files up to {} have more than {} bytes; cut the patch "
                "into several mails", salvage->file.path, kMaxContentBytes));
        }
        return salvage;
    }

    // A file that could only be guessed, once more with what the patch takes
    // out of the others.
    void TryMovedLines(const std::vector<LocatedFile> &files, std::size_t i,
                       std::vector<FileSalvage> *salvages)
    {
        const SalvagedFile &first = (*salvages)[i].file;
        if (first.grade != Grade::kGuessed || first.uncertain.empty() ||
            work_ > options_.max_work) {
            return;
        }
        SalvageOptions options = options_;
        options.max_candidates -= std::min(options.max_candidates,
                                           first.candidates);
        LinesByWords moved;
        for (std::size_t other = 0; other < salvages->size(); other++) {
            if (other != i) {
                KeepRemoved((*salvages)[other].patch, &moved);
            }
        }
        work_ += salvages->size() + moved.size();
        if (moved.empty()) {
            return;
        }
        Result<FileSalvage> again = SalvageFile(stream_, files[i], tree_,
                                                options, moved);
        work_ += again ? again->work : 0;
        if (again && again->file.grade == Grade::kExact) {
            again->file.candidates += first.candidates;
            again->file.false_positive += first.false_positive;
            (*salvages)[i] = *std::move(again);
        }
    }

    static void KeepRemoved(const FilePatch &patch, LinesByWords *lines)
    {
        for (const Hunk &hunk : patch.hunks) {
            for (const PatchLine &line : hunk.lines) {
                if (line.kind == LineKind::kRemoved) {
                    KeepByWords(line.text, lines);
                }
            }
        }
    }

    void NoteShape()
    {
        if (stream_.depth > 0) {
            result_.decoded.push_back(
                fmt::format("quoted={}", stream_.depth));
        }
        if (stream_.flat) {
            result_.decoded.push_back("flattened");
            result_.notes.push_back("line breaks and runs of blanks are lost "
                                    "in this text");
        }
    }

    void TakeCommitText(int end)
    {
        CommitText text = ReadCommitText(mail_, stream_, end);
        result_.author = text.author;
        result_.date = text.date;
        result_.subject = text.subject;
        result_.message = text.message;
        for (std::string &note : text.notes) {
            result_.notes.push_back(std::move(note));
        }
        Comment place;
        place.about = "commit message";
        for (const std::string &lines : text.others) {
            AddComments(lines, place);
        }
    }

    // What others say in these lines about a place.
    void AddComments(const std::string &lines, const Comment &place)
    {
        for (Remark &remark : SplitRemarks(lines)) {
            Comment comment = place;
            comment.author = voices_.AuthorOf(remark);
            comment.text = std::move(remark.text);
            result_.comments.push_back(std::move(comment));
        }
    }

    void TakeFile(FileSalvage salvage)
    {
        for (FoundComment &found : salvage.comments) {
            Comment place;
            place.path = salvage.file.path;
            place.hunk = found.hunk;
            place.line = NewLineOf(salvage.patch, found);
            place.about = fmt::format("{}:{}", place.path, place.line);
            AddComments(found.text, place);
        }
        for (std::string &note : salvage.notes) {
            result_.notes.push_back(std::move(note));
        }
        if (salvage.fault_line > 0) {
            salvage.file.reason = PlaceInMail(mail_, salvage.fault_line) +
                                  ": " + salvage.file.reason;
        }
        if (salvage.file.grade != Grade::kFailed) {
            result_.patch.files.push_back(std::move(salvage.patch));
        }
        result_.files.push_back(std::move(salvage.file));
    }

    const Mail &mail_;
    const Tree &tree_;
    const SalvageOptions &options_;
    WordStream stream_;
    Voices voices_;
    SalvageResult result_;
    std::uint64_t work_ = 0;
    std::size_t content_bytes_ = 0;
};

}  // namespace

const char *GradeName(Grade grade)
{
    switch (grade) {
    case Grade::kExact:
        return "EXACT";
    case Grade::kConsistent:
        return "CONSISTENT";
    case Grade::kGuessed:
        return "GUESSED";
    case Grade::kFailed:
        break;
    }
    return "FAILED";
}

Grade SalvageResult::Worst() const
{
    Grade worst = Grade::kExact;
    for (const SalvagedFile &file : files) {
        worst = std::max(worst, file.grade);
    }
    return worst;
}

Result<SalvageResult> Salvage(const Mail &mail, const Tree &tree,
                              const SalvageOptions &options)
{
    std::string too_much = TooMuchToRead(mail.body);
    if (!too_much.empty()) {
        return BadInput(PlaceInMail(mail, 1) + ": " + too_much);
    }
    return Salvager(mail, tree, options).Run();
}

bool HasPatch(const Mail &mail)
{
    return MayHavePatch(mail.body) &&
           (!TooMuchToRead(mail.body).empty() ||
            !LocateFiles(MakeWordStream(mail.body)).empty());
}

}  // namespace laio
