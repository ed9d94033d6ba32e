#include "tools/style/rules/break_code.h"

#include <algorithm>

#include "tools/style/rules/break_points.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

using Lines = std::vector<std::string>;

size_t IndentWidth(const CodeLine &line)
{
    return WidthOf(line.raw.substr(0, SkipSpace(line.raw, 0)));
}

// The text from `pos` on, behind `indent` blanks.
CodeLine Tail(const CodeLine &line, size_t pos, size_t indent)
{
    pos = SkipSpace(line.code, pos);
    return {std::string(indent, ' ') + line.raw.substr(pos),
            std::string(indent, ' ') + line.code.substr(pos)};
}

// Whether `"text",` or `"text");` is all that the line is.
bool IsOnlyString(const CodeLine &line)
{
    std::string_view code = Trim(line.code);
    size_t close = code.rfind('"');
    return StartsWith(code, "\"") && close > 0 &&
           code.find('"', 1) == close &&
           (close + 1 == code.size() || code.substr(close + 1) == "," ||
            code.substr(close + 1) == ");");
}

// Whether a line ends in an open parenthesis: the last resort.
bool LeavesOpen(const Lines &lines)
{
    return std::any_of(
        lines.begin(), lines.end(),
        [](const std::string &line) { return EndsWith(line, "("); });
}

// Tries places from the best to the worst until all pieces fit.
class CodeBreaker {
 public:
    explicit CodeBreaker(const CodePlace &place) : place_(place) {}

    std::optional<Lines> Break(const CodeLine &line, bool starts_statement)
    {
        if (WidthOf(line.raw) <= place_.width || IsOnlyString(line)) {
            return Lines{line.raw};
        }
        std::optional<Lines> poor;
        for (const BreakPoint &point :
             FindBreakPoints(line.raw, line.code, place_.width)) {
            if (--budget_ < 0) {
                return std::nullopt;
            }
            std::optional<Lines> lines =
                BreakAt(line, point, starts_statement);
            if (lines && (point.kind == BreakKind::kParenthesis ||
                          !LeavesOpen(*lines))) {
                return lines;
            }
            poor = poor ? poor : lines;
        }
        return poor;
    }

 private:
    std::optional<Lines> BreakAt(const CodeLine &line,
                                 const BreakPoint &point,
                                 bool starts_statement)
    {
        // On its own level a line that goes on from above may be broken, one
        // that starts a statement would look like two.
        size_t indent = point.indent;
        if (indent == IndentWidth(line) && starts_statement) {
            indent += 4;
        }
        CodeLine tail = Tail(line, point.at, indent);
        if (WidthOf(tail.raw) >= WidthOf(line.raw)) {
            return std::nullopt;
        }
        std::optional<Lines> lines = Break(tail, false);
        if (lines) {
            std::string_view head =
                std::string_view(line.raw).substr(0, point.at);
            lines->insert(lines->begin(), std::string(TrimRight(head)));
        }
        return lines;
    }

    CodePlace place_;
    int budget_ = 300;  // places to try in all
};

// `x = { a, b },` with what the braces hold on lines of its own.
std::optional<Lines> OpenBraces(const CodeLine &line, const CodePlace &place)
{
    size_t open = line.code.find('{');
    size_t close = line.code.rfind('}');
    if (open == kNone || close == kNone || close < open + 2 ||
        line.code.find_first_not_of(" ,;", close + 1) != kNone ||
        line.code.find('(') < open || !Contains(line.code, "=")) {
        return std::nullopt;
    }
    std::string head(TrimRight(line.raw.substr(0, open + 1)));
    size_t indent = IndentWidth(line);
    CodeLine inner = Tail({line.raw.substr(0, close),
                           line.code.substr(0, close)},
                          open + 1, indent + 4);
    inner.raw = TrimRight(inner.raw);
    inner.code.resize(inner.raw.size());
    std::optional<Lines> lines = CodeBreaker(place).Break(inner, false);
    if (!lines || WidthOf(head) > place.width) {
        return std::nullopt;
    }
    lines->insert(lines->begin(), head);
    lines->push_back(std::string(indent, ' ') + line.raw.substr(close));
    return lines;
}

// A line that goes on from above, less deep.
std::optional<Lines> MoveLeft(const CodeLine &line, const CodePlace &place)
{
    CodeLine text = Tail(line, 0, 0);
    size_t width = WidthOf(text.raw);
    if (place.starts_statement || width > place.width) {
        return std::nullopt;
    }
    size_t indent = (place.width - width) / 4 * 4;
    size_t least = place.statement_indent + 4;
    if (indent < least || indent >= IndentWidth(line)) {
        return std::nullopt;
    }
    return Lines{std::string(indent, ' ') + text.raw};
}

// Runs of blanks between words become one.
CodeLine Squeeze(const CodeLine &line)
{
    size_t first = SkipSpace(line.code, 0);
    CodeLine result{line.raw.substr(0, first), line.code.substr(0, first)};
    for (size_t i = first; i < line.code.size(); ++i) {
        if (!IsSpace(line.code[i]) || line.code[i] != line.code[i - 1]) {
            result.raw += line.raw[i];
            result.code += line.code[i];
        }
    }
    return result;
}

}  // namespace

size_t WidthOf(std::string_view raw)
{
    return ExpandTabs(raw).size();
}

std::optional<std::vector<std::string>> BreakCode(const CodeLine &line,
                                                  const CodePlace &place)
{
    if (WidthOf(line.raw) <= place.width) {
        return Lines{line.raw};
    }
    if (std::optional<Lines> opened = OpenBraces(line, place)) {
        return opened;
    }
    std::optional<Lines> broken =
        CodeBreaker(place).Break(line, place.starts_statement);
    // One parenthesis or two on a line of their own are worse than less depth.
    bool is_poor = !broken || Trim(broken->back()).size() < 4 ||
                   EndsWith(broken->front(), "(");
    if (std::optional<Lines> moved = MoveLeft(line, place);
        moved && is_poor) {
        return moved;
    }
    if (broken) {
        return broken;
    }
    CodeLine squeezed = Squeeze(line);
    if (squeezed.raw == line.raw) {
        return std::nullopt;
    }
    return CodeBreaker(place).Break(squeezed, place.starts_statement);
}

}  // namespace laio::style
