#include "tools/patch/apply_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tools/git/merge_file.h"
#include "tools/patch/apply_hunks.h"
#include "tools/patch/binary_patch.h"
#include "tools/patch/hunk_fuzz.h"

namespace laio {
namespace {

bool Names(const std::string &abbreviated_id, const std::string &content)
{
    bool null = abbreviated_id.find_first_not_of('0') == std::string::npos;
    return abbreviated_id.size() >= 7 && !null &&
           BlobId(content).starts_with(abbreviated_id);
}

// Lines of the file end in CR LF, and the transport took the CR from the
// patch's.
bool LacksCarriageReturns(const std::vector<Hunk> &hunks,
                          const std::string &content)
{
    if (!content.ends_with("\r\n")) {
        return false;
    }
    for (std::size_t at = content.find('\n'); at != std::string::npos;
         at = content.find('\n', at + 1)) {
        if (at == 0 || content[at - 1] != '\r') {
            return false;
        }
    }
    for (const Hunk &hunk : hunks) {
        for (const PatchLine &line : hunk.lines) {
            if (line.text.ends_with('\r')) {
                return false;
            }
        }
    }
    return true;
}

class FileApplier {
 public:
    FileApplier(const FilePatch &patch, const std::string &content,
                const Tree &tree, const ApplyOptions &options)
        : patch_(patch), content_(content), tree_(tree), options_(options),
          hunks_(patch.hunks)
    {
        if (!LacksCarriageReturns(patch.hunks, content)) {
            return;
        }
        for (Hunk &hunk : hunks_) {
            for (PatchLine &line : hunk.lines) {
                line.text += '\r';
            }
        }
    }

    Result<FileOutcome> Run()
    {
        bool right_base = patch_.old_path.empty()
                              ? content_.empty()
                              : Names(patch_.old_id, content_);
        if (!right_base && Names(patch_.new_id, content_) &&
            !patch_.new_path.empty()) {
            return Already();
        }
        if (patch_.binary) {
            return Binary(right_base);
        }
        Take(ApplyHunks(patch_.path(), content_, hunks_, options_));
        if (right_base && out_.conflicts.empty() &&
            IsFullId(patch_.new_id)) {
            out_.proof = Names(patch_.new_id, out_.content)
                             ? IdProof::kProven
                             : IdProof::kDenied;
        }
        if (!right_base && !AsStated() && IsInFile()) {
            return Already();
        }
        if (!out_.conflicts.empty() && options_.three_way) {
            return Merge();
        }
        return std::move(out_);
    }

 private:
    static bool IsFullId(const std::string &id)
    {
        return id.size() >= 7 &&
               id.find_first_not_of('0') != std::string::npos;
    }

    void Take(HunksOutcome outcome)
    {
        out_.content = std::move(outcome.content);
        out_.places = std::move(outcome.places);
        out_.conflicts = std::move(outcome.conflicts);
        out_.rejected = std::move(outcome.rejected);
    }

    FileOutcome Already()
    {
        FileOutcome outcome;
        outcome.content = content_;
        outcome.already_applied = true;
        return outcome;
    }

    bool AsStated() const
    {
        return out_.conflicts.empty() &&
               std::all_of(out_.places.begin(), out_.places.end(),
                           [](const HunkPlace &place) {
                               return place.offset == 0 && place.fuzz == 0;
                           });
    }

    // Whether all hunks can be taken back. Where they could be put in as well,
    // at some distance, those that are where they should be count.
    bool IsInFile() const
    {
        if (hunks_.empty() || patch_.new_path.empty()) {
            return false;
        }
        std::vector<Hunk> reversed;
        bool telling = true;
        for (const Hunk &hunk : hunks_) {
            reversed.push_back(Reversed(hunk));
            telling = telling && TellingLines(reversed.back().lines) >= 2;
            if (reversed.back().old_count == 0) {
                return false;
            }
        }
        ApplyOptions exact;
        exact.max_offset = options_.max_offset;
        HunksOutcome back = ApplyHunks(patch_.path(), content_, reversed,
                                       exact);
        bool in_place = std::all_of(back.places.begin(), back.places.end(),
                                    [](const HunkPlace &place) {
                                        return place.offset == 0;
                                    });
        return back.conflicts.empty() &&
               (in_place || (telling && !out_.conflicts.empty()));
    }

    FileOutcome Refuse(const std::string &why)
    {
        Conflict conflict;
        conflict.path = patch_.path();
        conflict.reason = fmt::format("cannot apply {}: {}", conflict.path,
                                      why);
        FileOutcome outcome;
        outcome.content = content_;
        outcome.conflicts.push_back(std::move(conflict));
        return outcome;
    }

    FileOutcome Binary(bool right_base)
    {
        if (!right_base) {
            return Refuse("it is a binary patch for another version of the "
                          "file");
        }
        if (patch_.new_path.empty()) {
            out_.proof = IdProof::kProven;
            return std::move(out_);
        }
        Result<std::string> made = ApplyBinary(patch_.binary_lines, content_);
        if (!made) {
            return Refuse("it is a binary patch: " + made.error().message);
        }
        if (!Names(patch_.new_id, *made)) {
            return Refuse("it is a binary patch whose content is damaged: it "
                          "has not the id " + patch_.new_id);
        }
        out_.content = std::move(*made);
        out_.proof = IdProof::kProven;
        return std::move(out_);
    }

    Result<FileOutcome> Merge()
    {
        Result<std::optional<FoundBlob>> base =
            tree_.FindBlob(patch_.old_id, patch_.old_path);
        if (!base) {
            return base.error();
        }
        if (!*base) {
            out_.conflicts.front().reason += fmt::format(
                "; there is no 3-way merge without the blob `{}` that it is "
                "for", patch_.old_id);
            return std::move(out_);
        }
        HunksOutcome theirs = ApplyHunks(patch_.path(), (*base)->content,
                                         patch_.hunks, {});
        if (!theirs.conflicts.empty()) {
            return std::move(out_);
        }
        MergedFile merged = MergeFiles((*base)->content, content_,
                                       theirs.content);
        return Merged(std::move(merged));
    }

    FileOutcome Merged(MergedFile merged)
    {
        FileOutcome outcome;
        outcome.merged = true;
        outcome.already_applied = merged.content == content_;
        if (!merged.clean) {
            Conflict conflict;
            conflict.path = patch_.path();
            conflict.reason = fmt::format(
                "cannot apply {}: its 3-way merge has conflicts",
                conflict.path);
            conflict.detail = Markers(merged.content);
            outcome.conflicts.push_back(std::move(conflict));
        }
        outcome.content = std::move(merged.content);
        return outcome;
    }

    // The parts between conflict markers, with their line numbers.
    static std::string Markers(const std::string &content)
    {
        std::string text;
        bool inside = false;
        int line = 1;
        for (std::size_t at = 0; at < content.size(); line++) {
            std::size_t end = std::min(content.find('\n', at),
                                       content.size());
            std::string one = content.substr(at, end - at);
            inside = inside || one.starts_with("<<<<<<< tree");
            if (inside) {
                text += fmt::format("    {:>7}  {}\n", line, one);
            }
            inside = inside && !one.starts_with(">>>>>>> patch");
            at = end + 1;
        }
        return text;
    }

    const FilePatch &patch_;
    const std::string &content_;
    const Tree &tree_;
    const ApplyOptions &options_;
    std::vector<Hunk> hunks_;
    FileOutcome out_;
};

}  // namespace

Result<FileOutcome> ApplyToFile(const FilePatch &patch,
                                const std::string &content, const Tree &tree,
                                const ApplyOptions &options)
{
    return FileApplier(patch, content, tree, options).Run();
}

}  // namespace laio
