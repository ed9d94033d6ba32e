#include "tools/style/rules/break_line.h"

#include <algorithm>

#include "tools/style/rules/line_length.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// One line of code, without its diff marker; `code` is masked.
struct Piece {
    std::string raw, code;
};

size_t WidthOf(std::string_view raw)
{
    return ExpandTabs(raw).size();
}

// Whether `"text",` or `"text");` is all that the line is.
bool IsOnlyString(const Piece &piece)
{
    std::string_view code = Trim(piece.code);
    size_t close = code.rfind('"');
    return StartsWith(code, "\"") && close > 0 &&
           code.find('"', 1) == close &&
           (close + 1 == code.size() || code.substr(close + 1) == "," ||
            code.substr(close + 1) == ");");
}

struct Break {
    size_t at = kNone;  // the new line starts behind this
    size_t indent = 0;
    size_t depth = 0;
};

// Whether the line may be broken behind `pos`, an operator or a comma.
bool MayBreakBehind(std::string_view code, size_t pos, bool in_paren)
{
    if (pos + 1 >= code.size() || code[pos + 1] != ' ') {
        return false;
    }
    // A semicolon with parentheses around it is that of a `for`.
    if (code[pos] == ',' || (code[pos] == ';' && in_paren)) {
        return true;
    }
    for (std::string_view op : {" &&", " ||", " |", " +", " ="}) {
        size_t start = pos + 1 - op.size();
        if (pos + 1 >= op.size() && At(code, start, op)) {
            return true;
        }
    }
    return false;
}

// The best place: as far out of parentheses as can be, then as far right, and
// behind `=` only if there is no other.
Break FindBreak(const Piece &piece, size_t width)
{
    std::string_view code = piece.code;
    size_t first = SkipSpace(code, 0);
    size_t own = WidthOf(piece.raw.substr(0, first));
    std::vector<size_t> open;
    Break best, last_resort;
    for (size_t pos = first; pos < code.size(); ++pos) {
        if (code[pos] == '(' || code[pos] == '[' || code[pos] == '{') {
            open.push_back(pos);
        } else if (code[pos] == ')' || code[pos] == ']' ||
                   code[pos] == '}') {
            if (!open.empty()) {
                open.pop_back();
            }
        }
        if (WidthOf(piece.raw.substr(0, pos + 1)) > width) {
            break;
        }
        if (!MayBreakBehind(code, pos, !open.empty()) ||
            (!open.empty() && code[open.back()] != '(')) {
            continue;
        }
        Break found;
        found.at = pos + 1;
        found.depth = open.size();
        found.indent = open.empty()
                           ? own
                           : WidthOf(piece.raw.substr(0, open.back() + 1));
        if (code[pos] == '=') {
            found.indent = own + 4;
            last_resort = open.empty() ? found : last_resort;
        } else if (best.at == kNone || found.depth <= best.depth) {
            best = found;
        }
    }
    return best.at == kNone ? last_resort : best;
}

// Takes pieces off the front until what is left fits.
std::optional<std::vector<std::string>> BreakCode(Piece rest, size_t width,
                                                  bool starts_statement)
{
    std::vector<std::string> lines;
    while (WidthOf(rest.raw) > width && !IsOnlyString(rest)) {
        Break found = FindBreak(rest, width);
        // On its own level a line that goes on from above may be broken, one
        // that starts a statement would look like two.
        if (found.at == kNone || lines.size() > 20) {
            return std::nullopt;
        }
        size_t own = WidthOf(rest.raw.substr(0, SkipSpace(rest.raw, 0)));
        if (found.indent == own && starts_statement) {
            found.indent = own + 4;
        }
        size_t next = SkipSpace(rest.code, found.at);
        std::string head = rest.raw.substr(0, found.at);
        Piece tail{std::string(found.indent, ' ') + rest.raw.substr(next),
                   std::string(found.indent, ' ') + rest.code.substr(next)};
        if (WidthOf(tail.raw) >= WidthOf(rest.raw)) {
            return std::nullopt;
        }
        lines.push_back(std::move(head));
        rest = std::move(tail);
        starts_statement = false;
    }
    lines.push_back(std::move(rest.raw));
    return lines;
}

// Words of a comment in lines of at most kWidth, each behind `prefix`.
std::optional<std::vector<std::string>> FillComment(
    const std::string &prefix, std::string_view text)
{
    std::vector<std::string> lines;
    std::string line = prefix;
    for (size_t pos = SkipSpace(text, 0); pos < text.size();) {
        size_t end = text.find_first_of(" \t", pos);
        end = std::min(end, text.size());
        std::string word(text.substr(pos, end - pos));
        bool first = line == prefix;
        if (!first && WidthOf(line + " " + word) > kWidth) {
            lines.push_back(line);
            line = prefix;
            first = true;
        }
        line += (first ? "" : " ") + word;
        if (WidthOf(line) > kWidth) {
            return std::nullopt;
        }
        pos = SkipSpace(text, end);
    }
    lines.push_back(line);
    return lines;
}

// A comment alone on its line: ` * text`, or all of `/* text */`.
std::optional<std::vector<std::string>> BreakComment(std::string_view raw)
{
    size_t start = SkipSpace(raw, 0);
    std::string indent(raw.substr(0, start));
    std::string_view text = TrimRight(raw.substr(start));
    if (StartsWith(text, "* ") && !Contains(text, "*/")) {
        return FillComment(indent + "* ", text.substr(2));
    }
    if (!StartsWith(text, "/* ") || text.find("*/") + 2 != text.size()) {
        return std::nullopt;
    }
    text = text.substr(3, text.size() - 5);
    auto lines = FillComment(indent + " * ", text);
    if (lines) {
        lines->insert(lines->begin(), indent + "/*");
        lines->push_back(indent + " */");
    }
    return lines;
}

// `code; /* text */`: the comment goes above.
std::optional<std::vector<std::string>> MoveCommentUp(const LineView &view)
{
    std::string_view raw = TrimRight(view.raw).substr(1);
    size_t open = view.code.find(kCommentByte);
    size_t first = SkipSpace(view.code, 1);
    if (open == kNone || open <= first || !EndsWith(raw, "*/") ||
        raw.find("*/") + 2 != raw.size() ||
        !At(view.raw, open, "/*")) {
        return std::nullopt;
    }
    // Behind `} else {` and labels it would belong to what is above.
    std::string_view code = TrimRight(raw.substr(0, open - 1));
    if (WidthOf(code) > kWidth || StartsWith(Trim(code), "}") ||
        StartsWith(Trim(code), "else") || EndsWith(code, ":")) {
        return std::nullopt;
    }
    std::string comment(raw.substr(0, first - 1));
    comment += raw.substr(open - 1);
    std::vector<std::string> lines{comment};
    if (WidthOf(comment) > kWidth) {
        auto broken = BreakComment(comment);
        if (!broken) {
            return std::nullopt;
        }
        lines = *broken;
    }
    lines.emplace_back(code);
    return lines;
}

// In a macro each line but the last ends in a backslash.
std::optional<std::vector<std::string>> BreakMacro(const LineView &view)
{
    std::string raw(TrimRight(view.raw.substr(1)));
    raw.pop_back();
    raw = TrimRight(raw);
    std::string code(view.code.substr(1, raw.size()));
    if (code.find(kCommentByte) != kNone) {
        return std::nullopt;
    }
    auto lines = BreakCode({raw, code}, kWidth - 2, true);
    if (lines) {
        for (std::string &line : *lines) {
            line += " \\";
        }
    }
    return lines;
}

std::optional<std::vector<std::string>> Lines(const LineView &view)
{
    std::string_view code = view.code.substr(1);
    std::string_view raw = view.raw.substr(1);
    size_t first = SkipSpace(code, 0);
    if (code.size() != raw.size() || first >= code.size()) {
        return std::nullopt;
    }
    if (code[first] == kCommentByte) {
        return BreakComment(raw);
    }
    if (EndsWith(TrimRight(code), "\\")) {
        return BreakMacro(view);
    }
    if (code.find(kCommentByte) != kNone) {
        return MoveCommentUp(view);
    }
    bool in_string = code[first] == kStringByte && raw[first] != kStringByte;
    if (code[first] == '#' || in_string || Contains(code, "//")) {
        return std::nullopt;
    }
    std::string_view above = TrimRight(view.previous_code);
    bool starts = above.size() < 2 ||
                  std::string_view(";{}:)").find(above.back()) != kNone;
    return BreakCode({std::string(raw), std::string(code)}, kWidth, starts);
}

}  // namespace

std::optional<Edit> BreakLine(const LineView &view)
{
    bool is_c = GateOf(view.hunk.path) == Gate::kC;
    auto lines = is_c ? Lines(view) : std::nullopt;
    if (!lines) {
        return std::nullopt;
    }
    Edit edit;
    edit.changes.push_back({view.line, {}});
    for (const std::string &line : *lines) {
        edit.changes.back().with.push_back("+" +
                                           std::string(TrimRight(line)));
    }
    return edit;
}

}  // namespace laio::style
