// A patch as lines: which line belongs to which file and hunk, and how.
//
// A model of positions in the text, made for the style engine; it keeps every
// byte, so JoinPatch(ParsePatch(x)) = x.
// Thread: any.

#ifndef TOOLS_STYLE_PATCH_TEXT_H
#define TOOLS_STYLE_PATCH_TEXT_H

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace laio::style {

enum class LineKind {
    kHeader,      // mail, commit message, git headers, signature
    kHunkHeader,  // @@ -a,b +c,d @@
    kContext,
    kAdded,
    kRemoved,
    kNoNewline,  // `\ No newline at end of file`
    kCorrupt,    // inside a hunk, and none of these
};

struct PatchLine {
    std::string_view raw;  // without its newline, with its diff marker
    LineKind kind = LineKind::kHeader;
    int file = -1;     // index in PatchText::files
    int hunk = -1;     // index in PatchText::hunks
    int new_line = 0;  // number in the new file, from 1

    // Whether it is in the file after the patch.
    bool InPostImage() const
    {
        return kind == LineKind::kAdded || kind == LineKind::kContext;
    }
    bool added() const { return kind == LineKind::kAdded; }
};

struct PatchFile {
    std::string path;  // in the tree, without a/ or b/
};

struct Hunk {
    int file = -1;
    size_t header = 0;         // index of its @@ line
    size_t begin = 0, end = 0;  // its lines: [begin, end)
};

struct PatchText {
    std::shared_ptr<const std::string> text;  // what lines point into
    std::vector<PatchLine> lines;
    std::vector<PatchFile> files;
    std::vector<Hunk> hunks;
    bool final_newline = true;
    bool has_rename = false;  // `rename from`/`rename to` of git
};

PatchText ParsePatch(std::string_view text);

// A diff that adds the whole file. Line i of the file is line i + 3.
PatchText FileAsPatch(std::string_view text, std::string_view path);

// The lines as one text again.
std::string JoinPatch(const PatchText &patch);

// The added lines of FileAsPatch() as a file again.
std::string JoinFile(const PatchText &patch);

// Lines before line 1 of the file in what FileAsPatch() made.
inline constexpr int kFileHeaderLines = 3;

}  // namespace laio::style

#endif  // TOOLS_STYLE_PATCH_TEXT_H
