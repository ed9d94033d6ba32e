#include "tools/style/rules/comment_block.h"

#include <algorithm>

#include "tools/style/rules/comment_line.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

size_t FindOpener(const HunkView &hunk, size_t line, size_t column)
{
    std::string_view code = hunk.code[line];
    code = code.substr(0, code.find("//"));
    while (column < code.size() && code[column] != kCommentByte) {
        ++column;
    }
    bool opens = column < code.size() &&
                 hunk.raw[line].substr(column, 2) == "/*";
    return opens ? column : kNone;
}

// A comment as it is taken apart: text lines without stars and indent.
struct Parts {
    std::string before;  // code before the opener, blanks at its end gone
    std::string indent;  // blanks before the opener's line
    std::string opener;  // `/*` or `/**`
    std::vector<std::string> text;
    std::string after;  // code behind the closer
};

// The columns of blanks that all unstarred lines share.
size_t SharedIndent(const HunkView &hunk, const CommentBlock &block)
{
    size_t shared = kNone;
    for (size_t i = block.first + 1; i <= block.last; ++i) {
        std::string text = ExpandTabs(hunk.raw[i].substr(1));
        size_t start = text.find_first_not_of(' ');
        if (start != kNone && text[start] != '*' && text[start] != '|') {
            shared = std::min(shared, start);
        }
    }
    return shared == kNone ? 0 : shared;
}

// One line's text, starting with the blank that follows its star.
std::string LineText(std::string_view raw, size_t shared)
{
    std::string text = ExpandTabs(raw.substr(1));
    size_t start = SkipSpace(text, 0);
    if (start < text.size() && (text[start] == '*' || text[start] == '|')) {
        text.erase(0, start + 1);
        if (!text.empty() && text[0] != ' ') {
            text.insert(0, 1, ' ');
        }
    } else if (start < text.size()) {
        text.erase(0, std::min(shared, start));
        text.insert(0, 1, ' ');
    }
    return std::string(TrimRight(text));
}

// Whether all lines of it between rules of dashes start with a bar.
bool HasBars(const HunkView &hunk, const CommentBlock &block)
{
    std::string_view rule = Trim(hunk.raw[block.first].substr(block.column));
    bool has = rule.size() > 4 && rule.find_first_not_of('-', 2) == kNone &&
               block.last > block.first + 1;
    for (size_t i = block.first + 1; i < block.last; ++i) {
        std::string_view text = Trim(hunk.raw[i].substr(1));
        bool is_rule = StartsWith(text, "*-") &&
                       text.find_first_not_of('-', 1) == kNone;
        has = has && (is_rule || (StartsWith(text, "|") &&
                                  (text.size() == 1 || !EndsWith(text, "|"))));
    }
    return has;
}

// Reads what the comment's first line says, from its opener on.
//
//   has_bars  HasBars()
// Returns:  false for a frame and for marks that other programs read.
bool TakeOpener(std::string_view opening, bool has_bars, Parts &parts)
{
    size_t stars =
        std::min(opening.find_first_not_of('*', 1), opening.size());
    bool is_doc = stars == 3 || StartsWith(opening, "/*!");
    parts.opener = is_doc ? "/**" : "/*";
    std::string_view rest = opening.substr(stars);
    rest = rest.substr(StartsWith(rest, "!") && stars == 2 ? 1 : 0);
    std::string_view text = Trim(rest);
    if (text.empty()) {
        return true;
    }
    bool is_text = IsWord(text[0]) || IsSpace(rest[0]) ||
                   std::string_view("@\"'(`").find(text[0]) != kNone ||
                   has_bars;
    if (is_text && stars < 4) {
        parts.text.push_back(" " + std::string(text));
        return true;
    }
    return false;
}

std::optional<Parts> TakeApart(const HunkView &hunk,
                               const CommentBlock &block)
{
    Parts parts;
    std::string_view first = hunk.raw[block.first];
    parts.before = ExpandTabs(TrimRight(first.substr(1, block.column - 1)));
    std::string lead = ExpandTabs(first.substr(1, block.column - 1));
    parts.indent.assign(std::min(lead.find_first_not_of(' '), lead.size()),
                        ' ');
    std::string_view opening = first.substr(block.column);
    if (!TakeOpener(opening, HasBars(hunk, block), parts)) {
        return std::nullopt;
    }
    size_t shared = SharedIndent(hunk, block);
    for (size_t i = block.first + 1; i <= block.last; ++i) {
        std::string_view raw = hunk.raw[i];
        if (i == block.last) {
            parts.after = Trim(raw.substr(block.end));
            raw = raw.substr(0, block.end - 2);
        }
        std::string text = LineText(raw, shared);
        if (i < block.last || !Trim(text).empty()) {
            parts.text.push_back(std::move(text));
        }
    }
    return parts;
}

bool CanRewrite(const HunkView &hunk, const CommentBlock &block)
{
    for (size_t i = block.first; i <= block.last; ++i) {
        if (!hunk.added(i) || EndsWith(TrimRight(hunk.raw[i]), "\\")) {
            return false;
        }
    }
    // A directive would end before what stands behind the comment.
    std::string_view code = hunk.code[block.first];
    return !At(code, SkipSpace(code, 1), "#") ||
           Trim(hunk.raw[block.last].substr(block.end)).empty();
}

std::vector<std::string> PutTogether(const Parts &parts,
                                     const std::string &indent)
{
    std::vector<std::string> lines;
    lines.push_back("+" + indent + parts.opener);
    for (const std::string &text : parts.text) {
        lines.push_back("+" + indent + " *" + text);
    }
    lines.push_back("+" + indent + " */");
    return lines;
}

std::optional<Edit> Rewrite(const HunkView &hunk, const CommentBlock &block)
{
    std::optional<Parts> parts = TakeApart(hunk, block);
    if (!CanRewrite(hunk, block) || !parts) {
        return std::nullopt;
    }
    bool has_code = !Trim(parts->before).empty();
    bool opens_block = EndsWith(parts->before, "{");
    bool closes_block = StartsWith(Trim(parts->before), "}");
    if (has_code && closes_block && !opens_block) {
        return std::nullopt;
    }
    std::string indent = parts->indent + (opens_block ? "    " : "");
    std::vector<std::string> lines = PutTogether(*parts, indent);
    if (has_code) {
        lines.insert(opens_block ? lines.begin() : lines.end(),
                     "+" + parts->before);
    }
    if (!parts->after.empty()) {
        lines.push_back("+" + indent + parts->after);
    }
    Edit edit;
    edit.changes.push_back({block.first, std::move(lines)});
    for (size_t i = block.first + 1; i <= block.last; ++i) {
        edit.changes.push_back({i, {}});
    }
    return edit;
}

// The comments of a hunk that span lines, in their order.
struct CommentBlocks {
    std::vector<CommentBlock> blocks;
    size_t unfinished = kNone;  // the line of an opener without a closer
};

// Where the hunk's first comment may open: behind one that it starts in.
bool SkipFirstComment(const HunkView &hunk, size_t &line, size_t &column)
{
    if (!StartsInComment(hunk.raw)) {
        return true;
    }
    while (line < hunk.size() && !Contains(hunk.raw[line], "*/")) {
        ++line;
    }
    column = line < hunk.size() ? hunk.raw[line].find("*/") + 2 : 0;
    return line < hunk.size();
}

CommentBlocks ReadBlocks(const HunkView &hunk)
{
    CommentBlocks found;
    size_t at = 0;
    size_t column = 1;
    if (!SkipFirstComment(hunk, at, column)) {
        return found;
    }
    while (at < hunk.size()) {
        size_t open = FindOpener(hunk, at, column);
        if (open == kNone) {
            ++at;
            column = 1;
            continue;
        }
        CommentBlock block{at, open, at, open + 2};
        size_t close = hunk.raw[at].find("*/", open + 2);
        while (close == kNone && ++at < hunk.size()) {
            close = hunk.raw[at].find("*/");
        }
        if (at == hunk.size()) {
            found.unfinished = block.first;
            break;
        }
        block.last = at;
        block.end = column = close + 2;
        if (block.first < block.last) {
            found.blocks.push_back(block);
        }
    }
    return found;
}

}  // namespace

std::optional<CommentBlock> FindCommentBlock(const HunkView &hunk,
                                             size_t line)
{
    const CommentBlocks &known = hunk.Shared(ReadBlocks);
    auto behind = std::upper_bound(
        known.blocks.begin(), known.blocks.end(), line,
        [](size_t at, const CommentBlock &block) { return at < block.first; });
    if (line >= known.unfinished || behind == known.blocks.begin() ||
        std::prev(behind)->last < line) {
        return std::nullopt;
    }
    return *std::prev(behind);
}

std::optional<Edit> FormatComment(const HunkView &hunk, size_t line)
{
    if (std::optional<CommentBlock> block = FindCommentBlock(hunk, line)) {
        if (std::optional<Edit> edit = Rewrite(hunk, *block)) {
            return edit;
        }
    }
    return MendCommentLine(hunk, line);
}

bool StartsWithStar(std::string_view raw)
{
    size_t pos = raw.find_first_not_of(" \t", 1);
    return pos != kNone && raw[pos] == '*';
}

bool PreviousOpensComment(const LineView &view)
{
    if (view.previous_raw.empty() || view.previous_raw[0] != '+') {
        return false;
    }
    size_t last = view.previous_code.find_last_not_of(" \t");
    size_t raw_last = view.previous_raw.find_last_not_of(" \t");
    return last != kNone && view.previous_code[last] == kCommentByte &&
           Contains(view.previous_raw, "/*") &&
           !EndsWith(view.previous_raw.substr(0, raw_last + 1), "*/");
}

}  // namespace laio::style
