#include "tools/style/rules/nearby_comment.h"

#include "tools/style/chars.h"

namespace laio::style {
namespace {

// `... /* why */`, a backslash behind it in a macro.
bool EndsInComment(std::string_view raw)
{
    std::string_view text = TrimRight(raw);
    if (EndsWith(text, "\\")) {
        text = TrimRight(text.substr(0, text.size() - 1));
    }
    return EndsWith(text, "*/") && Contains(text.substr(0, text.size() - 2),
                                            "/*");
}

// Per line: whether a comment ends on the line of the patch above it, be that
// a removed one, or is still open behind that.
std::vector<bool> CommentsAbove(const HunkView &hunk)
{
    std::vector<bool> above;
    const std::vector<PatchLine> &lines = hunk.patch.lines;
    int number = lines[hunk.patch_index.front()].hunk;
    size_t first = hunk.patch.hunks[number].begin;
    bool open = false, is_comment = false;
    size_t line = first;
    for (size_t index : hunk.patch_index) {
        for (; line < index; ++line) {
            std::string_view raw = lines[line].raw;
            bool middle = line == first && At(raw, SkipSpace(raw, 1), "*");
            is_comment = open || middle || Contains(raw, "/*");
            open = is_comment && !Contains(raw, "*/");
        }
        above.push_back(is_comment);
    }
    return above;
}

}  // namespace

bool HasNearbyComment(const HunkView &hunk, size_t line)
{
    return EndsInComment(hunk.raw[line]) || hunk.Shared(CommentsAbove)[line];
}

}  // namespace laio::style
