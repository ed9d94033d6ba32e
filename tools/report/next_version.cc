#include "tools/report/next_version.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "tools/git/tree.h"
#include "tools/patch/parse.h"
#include "tools/report/patch_subject.h"
#include "tools/report/pre_images.h"
#include "tools/report/wrap.h"

namespace laio {
namespace {

// How many findings of each rule were mended, and what the rule says.
struct Mended {
    int count = 0;
    std::string message;
};

std::map<std::string, Mended> MendedRules(const FixResult &style)
{
    std::map<std::string, Mended> rules;
    for (const Finding &finding : style.before.findings) {
        Mended &rule = rules[finding.rule];
        rule.count++;
        rule.message = finding.message;
    }
    for (const Finding &finding : style.after.findings) {
        rules[finding.rule].count--;
    }
    std::erase_if(rules, [](auto &rule) { return rule.second.count <= 0; });
    return rules;
}

std::string Changelog(const FixResult *style, int version)
{
    if (!style) {
        return fmt::format("v{}: no change\n", version);
    }
    std::string text =
        fmt::format("v{}: style only, as checkpatch asks for it:\n", version);
    for (const auto &[name, rule] : MendedRules(*style)) {
        std::string times =
            rule.count > 1 ? fmt::format(" ({} times)", rule.count) : "";
        text += Paragraph("  - ", rule.message + times);
    }
    return text;
}

bool ReplaceLine(std::string &text, const std::string &prefix,
                 const std::string &line)
{
    size_t begin = text.starts_with(prefix) ? 0 : text.find("\n" + prefix);
    if (begin == std::string::npos) {
        return false;
    }
    begin += text[begin] == '\n';
    text.replace(begin, text.find('\n', begin) - begin, line);
    return true;
}

// Behind the `---` that ends the message: the last one before the diff.
void PutChangelog(std::string &preamble, const std::string &changelog)
{
    size_t cut = preamble.rfind("\n---\n");
    if (cut != std::string::npos) {
        preamble.insert(cut + 5, changelog + "\n");
    }
}

std::string Abbreviated(const std::optional<std::string> &content,
                        const std::string &like)
{
    std::string id = content ? BlobId(*content) : std::string(40, '0');
    return id.substr(0, like.size());
}

// The ids that the mended contents have.
void PutBlobIds(FilePatch &file, const FileChange &change)
{
    if (file.old_id.empty() || file.new_id.empty()) {
        return;
    }
    std::string was = file.old_id + ".." + file.new_id;
    file.old_id = Abbreviated(change.before, file.old_id);
    file.new_id = Abbreviated(change.after, file.new_id);
    for (std::string &line : file.header) {
        if (line.starts_with("index " + was)) {
            line.replace(6, was.size(), file.old_id + ".." + file.new_id);
        }
    }
}

// Applies the patch to `tree`, and gives it the ids of what comes of it.
bool Advance(MemoryTree &tree, Patch &patch)
{
    Result<std::vector<FileChange>> changes = ApplyToMemory({patch}, tree);
    if (!changes.ok()) {
        return false;
    }
    for (FilePatch &file : patch.files) {
        for (const FileChange &change : *changes) {
            if (change.path == file.path()) {
                PutBlobIds(file, change);
            }
        }
    }
    for (const FileChange &change : *changes) {
        tree.Put(change.path, change.after.value_or(""));
    }
    return true;
}

//   style  what was mended; nullptr: the patch stays as it was
std::optional<NextPatch> Next(const SalvageResult &mail,
                              const FixResult *style, size_t index,
                              MemoryTree &tree)
{
    Result<Patch> patch =
        ParsePatch(style ? style->text : mail.patch_text, mail.source);
    if (!patch.ok() || !Advance(tree, *patch)) {
        return std::nullopt;
    }
    PatchSubject subject = ReadPatchSubject(mail.subject);
    subject.version++;
    ReplaceLine(patch->preamble, "Subject: ",
                "Subject: " + PrintPatchSubject(subject));
    PutChangelog(patch->preamble, Changelog(style, subject.version));
    return NextPatch{
        PatchFileName(subject, static_cast<int>(index) + 1) + ".patch",
        PrintPatch(*patch)};
}

// The whole series with the patches mended that `mend` names.
//
// Returns:  false when one does not apply, its index in `failed`.
bool Build(const ReviewReport &report, const std::vector<bool> &mend,
           std::vector<NextPatch> &patches, size_t &failed)
{
    patches.clear();
    MemoryTree tree = PreImages(report);
    for (size_t i = 0; i < report.mails.size(); i++) {
        std::optional<NextPatch> next =
            Next(report.mails[i], mend[i] ? &report.style[i] : nullptr, i,
                 tree);
        if (!next) {
            failed = i;
            return false;
        }
        patches.push_back(*std::move(next));
    }
    return true;
}

bool IsWhole(const ReviewReport &report)
{
    return report.style.size() == report.mails.size() &&
           std::all_of(report.mails.begin(), report.mails.end(),
                       [](const SalvageResult &mail) {
                           return mail.Worst() != Grade::kFailed &&
                                  !mail.patch_text.empty();
                       });
}

}  // namespace

NextSeries NextVersion(const ReviewReport &report)
{
    NextSeries series;
    if (!IsWhole(report)) {
        series.notes.push_back("no next version: not every file of the patch "
                               "could be recovered");
        return series;
    }
    std::vector<bool> mend;
    for (const FixResult &style : report.style) {
        mend.push_back(style.applied > 0);
    }
    if (std::find(mend.begin(), mend.end(), true) == mend.end()) {
        series.notes.push_back(
            "no next version: there is no style to mend by machine");
        return series;
    }
    size_t failed = 0;
    while (std::count(mend.begin(), mend.end(), true) > 0) {
        if (Build(report, mend, series.patches, failed)) {
            return series;
        }
        auto last = std::find(
            mend.rend() - static_cast<std::ptrdiff_t>(failed), mend.rend(),
            true);
        if (last == mend.rend()) {
            break;
        }
        *last = false;
        series.notes.push_back(fmt::format(
            "the next version of patch {} has its style as it was: patch {} "
            "builds on those lines",
            mend.rend() - last, failed + 1));
    }
    series.patches.clear();
    return series;
}

}  // namespace laio
