// A patch as a value: what `git format-patch` writes, taken apart.

#ifndef TOOLS_PATCH_MODEL_H
#define TOOLS_PATCH_MODEL_H

#include <string>
#include <vector>

namespace laio {

enum class LineKind : char {
    kContext = ' ',
    kRemoved = '-',
    kAdded = '+',
};

struct PatchLine {
    LineKind kind = LineKind::kContext;
    std::string text;         // without the first column and the line end
    bool no_newline = false;  // the file ends here without a line feed

    bool operator==(const PatchLine &) const = default;
};

// Line numbers count from 1; a side of 0 lines starts at the line before it.
struct Hunk {
    int old_start = 0;
    int old_count = 0;
    int new_start = 0;
    int new_count = 0;
    std::string section;  // what stands after the second @@, with its blank
    std::vector<PatchLine> lines;

    bool operator==(const Hunk &) const = default;
};

struct FilePatch {
    std::string old_path;  // empty: the file is new
    std::string new_path;  // empty: the file goes
    std::string old_id;    // blob ids as abbreviated in the text, or empty
    std::string new_id;
    unsigned old_mode = 0;  // 0: not said
    unsigned new_mode = 0;
    bool renamed = false;
    bool copied = false;
    bool binary = false;
    // What follows "GIT binary patch"; empty when the content is not there.
    std::vector<std::string> binary_lines;
    // The lines from `diff --git` up to the first hunk, as they were.
    std::vector<std::string> header;
    std::vector<Hunk> hunks;

    // The path that names it: the new one, or the old one when it goes.
    const std::string &path() const
    {
        return new_path.empty() ? old_path : new_path;
    }
    bool operator==(const FilePatch &) const = default;
};

struct Patch {
    // Everything before the first `diff --git` and after the last hunk.
    std::string preamble;
    std::vector<FilePatch> files;
    std::string trailer;

    bool operator==(const Patch &) const = default;
};

using PatchSeries = std::vector<Patch>;

struct ChangeCount {
    int insertions = 0;
    int deletions = 0;
};

ChangeCount CountChanges(const FilePatch &file);
ChangeCount CountChanges(const Patch &patch);

}  // namespace laio

#endif  // TOOLS_PATCH_MODEL_H
