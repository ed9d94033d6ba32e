// From the text of a mail, however damaged, to a patch, with a grade per file
// that says how far it can be trusted.

#ifndef TOOLS_PATCH_SALVAGE_H
#define TOOLS_PATCH_SALVAGE_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/tree.h"
#include "tools/mail/mail.h"
#include "tools/patch/model.h"
#include "tools/patch/tree_after.h"

namespace laio {

enum class Grade {
    kExact,       // the blob id in the mail proves every byte
    kConsistent,  // every line known byte for byte, but no proof possible
    kGuessed,     // right words; the layout of some lines is a guess, or
                  // there is no file to check them against
    kFailed,      // not recovered; `reason` says where and why
};

const char *GradeName(Grade grade);  // "EXACT", "CONSISTENT", ...

// A line whose blanks could not be known.
struct UncertainLine {
    int line = 0;  // in the file after the patch, from 1
    std::string text;
    std::vector<std::string> alternatives;  // other layouts, likely first
};

struct SalvagedFile {
    std::string path;
    Grade grade = Grade::kFailed;
    std::string reason;  // why not better; empty for kExact
    std::string pre;     // blob ids as the mail gives them, or empty
    std::string post;
    std::string result_id;   // of `after`, 40 digits; empty without one
    std::string base;        // where `before` comes from, in words
    // false: there is no file to check it against; `before` and `after` are
    // not known, and the patch has the lines that the mail shows.
    bool checked = true;
    unsigned old_mode = 0100644;
    unsigned new_mode = 0100644;
    std::string old_path;  // differs from `path` for a rename
    std::optional<std::string> before;  // nullopt: the file is new
    std::optional<std::string> after;   // nullopt: it goes, or kFailed
    int hunks = 0;
    int insertions = 0;
    int deletions = 0;
    // Layouts whose id was computed, and how many of them a wrong id would
    // be expected to pass for the right one.
    std::uint64_t candidates = 0;
    double false_positive = 0;
    std::vector<UncertainLine> uncertain;
};

// What a reviewer wrote between the lines.
struct Comment {
    std::string author;  // empty when the text does not tell
    std::string text;
    // What it is about: "commit message", or a place in the patch.
    std::string about;
    std::string path;  // empty for the commit message
    int hunk = 0;      // from 1; 0: none
    int line = 0;      // of the file after the patch; 0: the header
};

struct SalvageResult {
    std::string source;  // the mail's name
    std::string author;  // "Name <address>"; the address may be unknown
    std::string date;    // as the mail spells it, or empty
    std::string subject;
    bool subject_known = true;  // false: made up from the patch's paths
    std::string message;        // paragraphs and trailers
    std::vector<std::string> decoded;  // steps undone, as in Mail
    std::vector<std::string> notes;    // what a reader must know
    std::vector<Comment> comments;
    std::vector<SalvagedFile> files;
    Patch patch;             // of the files that did not fail
    std::string patch_text;  // what `git am` takes; empty when all failed

    Grade Worst() const;
};

struct SalvageOptions {
    // Candidates per file whose blob id may be computed. With the usual seven
    // digits of an id, a hit among more would be no proof.
    std::uint64_t max_candidates = 1u << 18;
    // Candidates, and lines and places that are tried, over all files of a
    // mail: half a minute. What is left then fails.
    std::uint64_t max_work = 50'000'000;
    // Files that the tree does not have are taken as the mail shows them, if
    // their hunks are whole; they are kGuessed.
    bool unchecked = false;
};

// Recovers the patch of one mail.
//
//   tree     where pre-images come from: blobs by id, else the file itself
// Returns:  an Error when there is no patch in the mail, or when it is for
//           files that the tree does not have. Files that cannot be recovered
//           are graded, not errors.
// Thread:   as `tree`.
Result<SalvageResult> Salvage(const Mail &mail, const Tree &tree,
                              const SalvageOptions &options = {});

// Whether there is something in the mail that Salvage() would try to recover.
// Thread:   any.
bool HasPatch(const Mail &mail);

// Puts the files of a result that did not fail on the tree.
void PutResult(const SalvageResult &result, TreeAfter *tree);

// The same for mails that build on one another, in order. Mails without a
// patch (covers, discussion) are passed over when another one has a patch.
//
// Returns:  one result per mail with a patch, at least one.
Result<std::vector<SalvageResult>> SalvageSeries(
    const std::vector<Mail> &mails, const Tree &tree,
    const SalvageOptions &options = {});

}  // namespace laio

#endif  // TOOLS_PATCH_SALVAGE_H
