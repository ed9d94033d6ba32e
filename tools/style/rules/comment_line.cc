#include "tools/style/rules/comment_line.h"

#include "tools/style/scan.h"

namespace laio::style {
namespace {

// A line as its text and the blanks before it.
struct CommentText {
    std::string text;
    size_t indent = 0;
};

CommentText ReadText(std::string_view raw)
{
    std::string text = ExpandTabs(raw.substr(1));
    size_t start = std::min(text.find_first_not_of(' '), text.size());
    return {std::string(TrimRight(text.substr(start))), start};
}

Edit TwoLines(size_t line, const std::string &first,
              const std::string &second)
{
    Edit edit;
    edit.changes.push_back({line, {"+" + first, "+" + second}});
    return edit;
}

// The column, from 0, of the star under the opener of the comment that the
// line ends: what lies above says it, if the hunk has it.
size_t StarColumn(const HunkView &hunk, size_t line, size_t otherwise)
{
    for (size_t i = line; i-- > 0;) {
        std::string text = ExpandTabs(hunk.raw[i].substr(1));
        size_t open = text.rfind("/*");
        if (open != kNone) {
            return open + 1;
        }
        size_t first = text.find_first_not_of(' ');
        if (first != kNone && text[first] == '*') {
            return first;
        }
    }
    return otherwise;
}

// `* text */` and `text */`; of `* */` the first star goes.
std::optional<Edit> SplitCloser(const HunkView &hunk, size_t line,
                                const CommentText &all)
{
    std::string text(TrimRight(all.text.substr(0, all.text.size() - 2)));
    if (text == "*") {
        return Edit{{{line, {"+" + std::string(all.indent, ' ') + "*/"}}},
                    {},
                    {}};
    }
    if (text.empty() || EndsWith(text, "*")) {
        return std::nullopt;
    }
    bool starred = StartsWith(text, "*");
    size_t column =
        starred ? all.indent
                : StarColumn(hunk, line,
                             all.indent > 2 ? all.indent - 2 : 0);
    return TwoLines(line, std::string(all.indent, ' ') + text,
                    std::string(column, ' ') + "*/");
}

// `code; /* text`: the opener ends its line.
std::optional<Edit> SplitOpener(size_t line, const CommentText &all)
{
    size_t open = all.text.rfind("/*");
    size_t behind = all.text.find_first_not_of('*', open + 1);
    if (behind == kNone || behind - open > 3 || all.text[behind] != ' ') {
        return std::nullopt;
    }
    std::string indent(all.indent, ' ');
    return TwoLines(line, indent + all.text.substr(0, behind),
                    indent + std::string(open, ' ') + " *" +
                        all.text.substr(behind));
}

}  // namespace

std::optional<Edit> MendCommentLine(const HunkView &hunk, size_t line)
{
    CommentText all = ReadText(hunk.raw[line]);
    // In a macro the backslash counts as text behind the opener.
    if (!hunk.added(line) || EndsWith(all.text, "\\")) {
        return std::nullopt;
    }
    size_t open = all.text.find("/*");
    size_t close = all.text.find("*/");
    if (open == kNone && close != kNone && close + 2 == all.text.size()) {
        return SplitCloser(hunk, line, all);
    }
    if (open != kNone && close == kNone) {
        return SplitOpener(line, all);
    }
    return std::nullopt;
}

}  // namespace laio::style
