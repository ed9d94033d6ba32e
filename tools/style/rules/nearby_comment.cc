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

// Whether a comment ends on the line before, or is still open.
bool FollowsComment(const HunkView &hunk, size_t line)
{
    bool open = false;
    bool near = false;
    for (size_t i = 0; i < line; ++i) {
        std::string_view raw = hunk.raw[i];
        size_t text = SkipSpace(raw, 1);
        bool middle = i == 0 && text < raw.size() && raw[text] == '*';
        open = open || middle || Contains(raw, "/*");
        near = open;
        if (Contains(raw, "*/")) {
            open = false;
        }
    }
    return near;
}

}  // namespace

bool HasNearbyComment(const HunkView &hunk, size_t line)
{
    return EndsInComment(hunk.raw[line]) || FollowsComment(hunk, line);
}

}  // namespace laio::style
