#include "tools/style/old_lines.h"

#include <algorithm>
#include <charconv>

#include "tools/style/chars.h"
#include "tools/style/fixer.h"
#include "tools/style/patch_text.h"
#include "tools/style/registry.h"

namespace laio {
namespace {

using style::Hunk;
using style::LineKind;
using style::PatchText;

// `12` of `@@ -12,3 +14,4 @@`.
int OldStart(std::string_view header)
{
    int number = 0;
    size_t minus = header.find('-');
    if (minus != header.npos) {
        std::from_chars(header.data() + minus + 1,
                        header.data() + header.size(), number);
    }
    return number;
}

LineRange RemovedLines(const PatchText &patch, const Hunk &hunk)
{
    LineRange range;
    int line = OldStart(patch.lines[hunk.header].raw);
    for (size_t i = hunk.begin; i < hunk.end; ++i) {
        LineKind kind = patch.lines[i].kind;
        if (kind == LineKind::kRemoved) {
            range.first = range.first ? range.first : line;
            range.last = line;
        }
        line += kind == LineKind::kRemoved || kind == LineKind::kContext;
    }
    return range;
}

// What the headers above a file's first hunk say of it.
TouchedFile ReadHeader(const PatchText &patch, const Hunk &hunk)
{
    TouchedFile file;
    for (size_t i = hunk.header; i-- > 0;) {
        std::string_view raw = patch.lines[i].raw;
        if (style::StartsWith(raw, "--- ") && file.path.empty()) {
            raw = raw.substr(4, raw.find('\t') - 4);
            raw = style::TrimRight(raw);
            size_t slash = raw.find('/');
            bool is_new = raw == "/dev/null" || slash == raw.npos;
            file.path = is_new ? "" : raw.substr(slash + 1);
        } else if (style::StartsWith(raw, "index ")) {
            file.blob = raw.substr(6, raw.find("..") - 6);
        } else if (style::StartsWith(raw, "diff --git ") ||
                   patch.lines[i].hunk >= 0) {
            break;
        }
    }
    return file;
}

// A patch that seems to add those lines and to find the others there.
std::string AsPatch(std::string_view text, std::string_view path,
                    const std::vector<LineRange> &lines)
{
    std::string hunk;
    int number = 0;
    int added = 0;
    auto range = lines.begin();
    for (size_t pos = 0; pos < text.size();) {
        size_t end = std::min(text.find('\n', pos), text.size());
        ++number;
        while (range != lines.end() && range->last < number) {
            ++range;
        }
        bool chosen = range != lines.end() && range->first <= number;
        added += chosen;
        hunk += chosen ? '+' : ' ';
        hunk += std::string(text.substr(pos, end - pos)) + "\n";
        pos = end + 1;
    }
    bool cut_off = !text.empty() && text.back() != '\n';
    std::string name(path);
    return "--- a/" + name + "\n+++ b/" + name + "\n@@ -1," +
           std::to_string(number - added) + " +1," + std::to_string(number) +
           " @@\n" + hunk +
           (cut_off ? "\\ No newline at end of file\n" : "");
}

std::string NewFile(const PatchText &patch)
{
    std::string text;
    for (const style::PatchLine &line : patch.lines) {
        if (line.InPostImage()) {
            text += line.raw.substr(1);
            text += "\n";
        } else if (line.kind == LineKind::kNoNewline) {
            text.pop_back();
        }
    }
    return text;
}

}  // namespace

std::vector<TouchedFile> FindTouchedFiles(std::string_view patch_text)
{
    PatchText patch = style::ParsePatch(patch_text);
    std::vector<TouchedFile> files;
    int last = -1;
    for (const Hunk &hunk : patch.hunks) {
        if (hunk.file != last || files.empty()) {
            files.push_back(ReadHeader(patch, hunk));
            last = hunk.file;
        }
        LineRange removed = RemovedLines(patch, hunk);
        if (removed.first > 0) {
            files.back().lines.push_back(removed);
        }
    }
    std::erase_if(files, [](const TouchedFile &file) {
        return file.path.empty() || file.lines.empty();
    });
    return files;
}

std::string MendOldLines(std::string_view file_text, std::string_view path,
                         const std::vector<LineRange> &lines,
                         const StyleOptions &options)
{
    StyleOptions unsigned_patch = options;
    unsigned_patch.require_signoff = false;
    style::Fixed fixed = style::FixAll(
        style::ParsePatch(AsPatch(file_text, path, lines)),
        style::Mode::kPatch, unsigned_patch, style::AllRules(), true);
    return fixed.applied == 0 ? std::string(file_text)
                              : NewFile(fixed.patch);
}

}  // namespace laio
