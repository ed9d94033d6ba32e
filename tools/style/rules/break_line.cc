#include "tools/style/rules/break_line.h"

#include <algorithm>

#include "tools/style/rules/break_code.h"
#include "tools/style/rules/line_length.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

using Lines = std::vector<std::string>;

// Words of a comment in lines of at most kWidth, each behind `prefix`; a URL
// may be as long as it is on a line of its own.
std::optional<Lines> FillComment(
    const std::string &prefix, std::string_view text)
{
    Lines lines;
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
        bool is_url = StartsWith(word, "http:") || StartsWith(word, "https:");
        if (WidthOf(line) > kWidth && !(first && is_url)) {
            return std::nullopt;
        }
        pos = SkipSpace(text, end);
    }
    lines.push_back(line);
    return lines;
}

// A comment alone on its line: all of it, or a line of one.
std::optional<Lines> BreakComment(std::string_view raw)
{
    size_t start = SkipSpace(raw, 0);
    std::string indent = ExpandTabs(raw.substr(0, start));
    std::string_view text = TrimRight(raw.substr(start));
    size_t close = text.find("*/");
    if (StartsWith(text, "* ") && close == kNone) {
        size_t words = SkipSpace(text, 1);
        return FillComment(indent + std::string(text.substr(0, words)),
                           text.substr(words));
    }
    if (close == kNone && IsWord(text[0])) {
        return FillComment(indent, text);
    }
    if (!StartsWith(text, "/* ") || close + 2 != text.size()) {
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

// A line that ends in a comment of its own.
struct Commented {
    std::string code;     // without it
    std::string masked;   // the same as the hunk has it
    std::string comment;  // `/* text */`
};

std::optional<Commented> SplitComment(const LineView &view)
{
    std::string_view raw = TrimRight(view.raw).substr(1);
    std::string_view code = view.code.substr(1);
    size_t open = code.find(kCommentByte);
    if (open == kNone || open <= SkipSpace(code, 0) ||
        !EndsWith(raw, "*/") || raw.find("*/") + 2 != raw.size() ||
        !At(raw, open, "/*")) {
        return std::nullopt;
    }
    std::string_view before = TrimRight(raw.substr(0, open));
    return Commented{std::string(before),
                     std::string(code.substr(0, before.size())),
                     std::string(raw.substr(open))};
}

bool StartsStatement(const LineView &view)
{
    std::string_view above = TrimRight(view.previous_code);
    return above.size() < 2 ||
           std::string_view(";{}:)").find(above.back()) != kNone;
}

// Columns before the first line of the statement that the line goes on with.
size_t StatementIndent(const LineView &view)
{
    constexpr std::string_view kEnds = ";{}:";
    size_t line = view.line;
    while (line > 0) {
        std::string_view above = TrimRight(view.hunk.code[line - 1]);
        if (above.size() < 2 || kEnds.find(above.back()) != kNone ||
            above.back() == kCommentByte) {
            break;
        }
        --line;
    }
    return IndentOf(view.hunk.raw[line]);
}

std::optional<Lines> BreakPlain(const LineView &view, const CodeLine &line)
{
    CodePlace place;
    place.starts_statement = StartsStatement(view);
    place.statement_indent = StatementIndent(view);
    return BreakCode(line, place);
}

// All lines but the last end in a backslash, and that one if `all`.
Lines WithBackslashes(Lines lines, bool all)
{
    for (size_t i = 0; i + (all ? 0 : 1) < lines.size(); ++i) {
        lines[i] += " \\";
    }
    return lines;
}

// A line of a macro; the last one has no backslash.
std::optional<Lines> BreakMacro(const LineView &view)
{
    std::string raw(TrimRight(view.raw.substr(1)));
    bool goes_on = EndsWith(raw, "\\");
    if (goes_on) {
        raw.pop_back();
        raw = TrimRight(raw);
    }
    std::string code(view.code.substr(1, raw.size()));
    if (code.find(kCommentByte) != kNone) {
        return std::nullopt;
    }
    CodePlace place;
    place.width = kWidth - 2;
    auto lines = BreakCode({raw, code}, place);
    return lines ? std::optional(WithBackslashes(*lines, goes_on))
                 : lines;
}

// `#define NAME(x) text`: the text goes below.
std::optional<Lines> BreakDefine(const CodeLine &line)
{
    size_t name = SkipSpace(line.code, line.code.find("define") + 6);
    size_t end = WordEnd(line.code, name);
    if (At(line.code, end, "(")) {
        end = line.code.find(')', end);
        end = end == kNone ? end : end + 1;
    }
    if (end == kNone || SkipSpace(line.code, end) >= line.code.size()) {
        return std::nullopt;
    }
    size_t body = SkipSpace(line.code, end);
    CodePlace place;
    place.width = kWidth - 2;
    place.starts_statement = false;
    auto lines = BreakCode({"    " + line.raw.substr(body),
                            "    " + line.code.substr(body)}, place);
    if (!lines) {
        return std::nullopt;
    }
    lines->insert(lines->begin(), line.raw.substr(0, end));
    return WithBackslashes(*std::move(lines), false);
}

// `int f(int a) { return a; }`: the body goes below, as does each brace.
std::optional<Lines> BreakFunction(const CodeLine &line)
{
    size_t open = line.code.find(") {");
    if (!IsWordStart(line.code[0]) || open == kNone ||
        !EndsWith(line.code, "; }")) {
        return std::nullopt;
    }
    size_t body = SkipSpace(line.code, open + 3);
    size_t end = line.code.size() - 2;
    if (line.code.find_first_of("{;", body) != end - 1) {
        return std::nullopt;
    }
    return Lines{line.raw.substr(0, open + 1), "{",
                 "    " + line.raw.substr(body, end - body), "}"};
}

std::optional<Lines> BreakWithoutComment(const LineView &view,
                                         const CodeLine &line)
{
    if (WidthOf(line.raw) <= kWidth) {
        return Lines{line.raw};
    }
    std::string_view directive = DirectiveOf(view.code);
    if (directive == "define") {
        return BreakDefine(line);
    }
    if (!directive.empty()) {
        return std::nullopt;
    }
    std::optional<Lines> function = BreakFunction(line);
    return function ? function : BreakPlain(view, line);
}

// `code; /* text */`: the comment goes above, or below what opens a block.
std::optional<Lines> MoveComment(const LineView &view, const Commented &parts)
{
    std::string indent(parts.code.substr(0, SkipSpace(parts.code, 0)));
    std::string_view text = Trim(parts.code);
    bool opens = EndsWith(text, "{") || EndsWith(text, ":");
    if (!opens && (StartsWith(text, "}") || StartsWith(text, "else"))) {
        return std::nullopt;
    }
    std::string comment = indent + (opens ? "    " : "") + parts.comment;
    std::optional<Lines> told = Lines{comment};
    if (WidthOf(comment) > kWidth) {
        told = BreakComment(comment);
    }
    std::optional<Lines> code =
        BreakWithoutComment(view, {parts.code, parts.masked});
    if (!told || !code) {
        return std::nullopt;
    }
    Lines &first = opens ? *code : *told;
    Lines &second = opens ? *told : *code;
    first.insert(first.end(), second.begin(), second.end());
    return std::move(first);
}

std::optional<Lines> BreakAny(const LineView &view)
{
    std::string_view code = view.code.substr(1);
    std::string_view raw = view.raw.substr(1);
    size_t first = SkipSpace(code, 0);
    if (code.size() != raw.size() || first >= code.size()) {
        return std::nullopt;
    }
    if (code.find_first_not_of(std::string(" \t") + kCommentByte) == kNone) {
        return BreakComment(raw);
    }
    if (EndsWith(TrimRight(code), "\\") ||
        EndsWith(view.previous_code, "\\")) {
        return BreakMacro(view);
    }
    if (std::optional<Commented> parts = SplitComment(view)) {
        return MoveComment(view, *parts);
    }
    bool in_string = code[first] == kStringByte && raw[first] != kStringByte;
    if (code[first] == kCommentByte || in_string || Contains(code, "//") ||
        (code[first] == '#' && code.find(kCommentByte) != kNone)) {
        return std::nullopt;
    }
    return BreakWithoutComment(view, {std::string(raw), std::string(code)});
}

}  // namespace

std::optional<Edit> BreakLine(const LineView &view)
{
    bool is_c = GateOf(view.hunk.path) == Gate::kC;
    std::optional<Lines> lines = is_c ? BreakAny(view) : std::nullopt;
    if (!lines || *lines == Lines{std::string(view.raw.substr(1))}) {
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
