// A file, a line "=====" and a mail with a patch to it, damaged: telling its
// lines apart ends, every reading is the hunk's, and what is recovered is a
// patch to that very file, EXACT only with the id.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "tools/git/tree.h"
#include "tools/mail/mail.h"
#include "tools/patch/apply.h"
#include "tools/patch/locate.h"
#include "tools/patch/parse.h"
#include "tools/patch/salvage.h"
#include "tools/patch/segment.h"
#include "tools/patch/text_lines.h"
#include "tools/patch/word_stream.h"

namespace {

using namespace laio;

constexpr const char *kPath = "a.c";
// What mails say where the ids of the file before and after belong.
constexpr std::string_view kOldId = "0ld0ld0";
constexpr std::string_view kNewId = "newnewn";

void Expect(bool holds)
{
    if (!holds) {
        abort();
    }
}

void Replace(std::string_view what, std::string_view by, std::string *text)
{
    for (std::size_t at = text->find(what); at != std::string::npos;
         at = text->find(what, at + by.size())) {
        text->replace(at, what.size(), by);
    }
}

// As many lines as announced, those of the file in their order, each of items
// of its own.
void ExpectReadsHunk(const Segmentation &reading, const SegmentTask &task)
{
    int olds = 0;
    int news = 0;
    int at = task.begin;
    for (const SegmentLine &line : reading.lines) {
        Expect(line.begin >= at && line.end >= line.begin);
        at = line.end;
        if (line.kind != LineKind::kAdded) {
            Expect(line.old_line == task.old_first + olds++);
        }
        news += line.kind != LineKind::kRemoved;
        Expect(std::is_sorted(line.words.begin(), line.words.end()));
        for (int word : line.words) {
            Expect(word >= line.begin && word < line.end);
        }
    }
    Expect(olds == task.old_count && news == task.new_count);
    Expect(at <= reading.end && reading.end <= task.end);
}

void SegmentHunks(std::string_view body, const std::string &before)
{
    WordStream stream = MakeWordStream(body);
    TextLines old = SplitLines(before);
    for (const LocatedFile &file : LocateFiles(stream)) {
        for (const LocatedHunk &hunk : file.hunks) {
            SegmentTask task{hunk.begin, hunk.end, hunk.header.old_count,
                             hunk.header.new_count, &old.lines,
                             std::max(hunk.header.old_start - 1, 0)};
            task.max_tries = 2'000;
            while (task.begin < task.end && !stream.IsMark(task.begin)) {
                task.begin++;
            }
            if (task.old_first + task.old_count <= int(old.lines.size())) {
                for (const Segmentation &reading :
                     SegmentHunk(stream, task).readings) {
                    ExpectReadsHunk(reading, task);
                }
            }
        }
    }
}

void ExpectProven(const SalvagedFile &file)
{
    Expect(file.after ? BlobId(*file.after).starts_with(file.post)
                      : BlobId(*file.before).starts_with(file.pre));
}

// The patch as it is printed makes the file after of the file before.
void ExpectApplies(const SalvageResult &result, const Tree &tree)
{
    auto patch = ParsePatch(result.patch_text, "recovered");
    Expect(patch.ok());
    auto changes = ApplyToMemory({*patch}, tree);
    Expect(changes.ok() && changes->size() == 1);
    Expect(changes->front().after == result.files[0].after);
}

// Returns:  another layout of what was recovered, or that.
std::string Recover(const std::string &body, const std::string &before)
{
    Mail mail;
    mail.body = body;
    MemoryTree tree({{kPath, before}});
    auto result = Salvage(mail, tree, {.max_candidates = 500});
    if (!result) {
        return "";
    }
    for (const SalvagedFile &file : result->files) {
        if (file.grade == Grade::kExact) {
            ExpectProven(file);
        }
    }
    const SalvagedFile &first = result->files[0];
    bool alone = result->files.size() == 1 && first.path == kPath &&
                 first.old_path == kPath && first.before == before;
    if (!alone || first.grade == Grade::kFailed || !first.after) {
        return "";
    }
    ExpectApplies(*result, tree);
    TextLines after = SplitLines(*first.after);
    for (const UncertainLine &line : first.uncertain) {
        Expect(line.line > 0 && line.line <= int(after.lines.size()));
        if (!line.alternatives.empty()) {
            after.lines[line.line - 1] = line.alternatives.back();
        }
    }
    return JoinLines(after);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    std::string body(reinterpret_cast<const char *>(data), size);
    constexpr std::string_view kBetween = "\n=====\n";
    std::size_t end = std::min(body.find(kBetween), body.size());
    std::string before = body.substr(0, end) + "\n";
    body.erase(0, std::min(end + kBetween.size(), body.size()));
    Replace(kOldId, BlobId(before).substr(0, 7), &body);
    SegmentHunks(body, before);
    std::string after = Recover(body, before);
    // The search for a layout takes longer than all else.
    if (!after.empty() && size % 8 == 0) {
        Replace(kNewId, BlobId(after).substr(0, 7), &body);
        Recover(body, before);
    }
    return 0;
}
