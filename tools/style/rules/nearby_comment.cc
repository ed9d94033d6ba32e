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

// Per line: whether a comment ends on it or is still open behind it.
std::vector<bool> CommentsOf(const HunkView &hunk)
{
    std::vector<bool> comments;
    bool open = false;
    for (std::string_view raw : hunk.raw) {
        size_t text = SkipSpace(raw, 1);
        bool middle = comments.empty() && text < raw.size() &&
                      raw[text] == '*';
        open = open || middle || Contains(raw, "/*");
        comments.push_back(open);
        if (Contains(raw, "*/")) {
            open = false;
        }
    }
    return comments;
}

}  // namespace

bool HasNearbyComment(const HunkView &hunk, size_t line)
{
    return EndsInComment(hunk.raw[line]) ||
           (line > 0 && hunk.Shared(CommentsOf)[line - 1]);
}

}  // namespace laio::style
