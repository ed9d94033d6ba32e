#include "tools/style/rules/macro_body.h"

#include <algorithm>

#include "tools/style/scan.h"

namespace laio::style {
namespace {

// The end of `#define name` in the line, or npos.
size_t HeadEnd(std::string_view code)
{
    size_t hash = SkipSpace(code, 1);
    size_t define = SkipSpace(code, hash + 1);
    if (!At(code, hash, "#") || !At(code, define, "define")) {
        return kNone;
    }
    return IdentEnd(code, SkipSpace(code, define + 6));
}

// The last line of the macro that starts at `line`.
size_t LastLine(const HunkView &hunk, size_t line)
{
    size_t last = line;
    while (last + 1 < hunk.size() && hunk.code[last].size() > 1 &&
           EndsWith(hunk.code[last], "\\")) {
        ++last;
    }
    return last;
}

// Takes out backslashes at the ends of lines and the markers behind them.
std::string Joined(std::string_view text)
{
    std::string result;
    for (size_t pos = 0; pos < text.size(); ++pos) {
        if (At(text, pos, "\\\n") && pos + 2 < text.size()) {
            pos += 2;
            continue;
        }
        result += text[pos];
    }
    return std::string(Trim(result));
}

// Replaces brackets without any of `inner` between them by `1`, the innermost
// first. Returns: whether there were any.
bool Fold(std::string &text, char open, char close, std::string_view inner)
{
    bool folded = false;
    std::string result;
    for (char c : text) {
        result += c;
        if (c != close) {
            continue;
        }
        size_t at = result.rfind(open, result.size() - 2);
        if (result.size() < 2 || at == kNone) {
            continue;
        }
        std::string_view between =
            std::string_view(result).substr(at + 1,
                                            result.size() - at - 2);
        if (between.find_first_of(inner) == kNone) {
            result.resize(at);
            result += '1';
            folded = true;
        }
    }
    text = std::move(result);
    return folded;
}

// `[...]`, the longest that no brace interrupts.
bool FoldSubscripts(std::string &text)
{
    for (size_t open = text.find('['); open != kNone;
         open = text.find('[', open + 1)) {
        size_t close = text.rfind(']', text.find_first_of("{}", open));
        if (close != kNone && close > open) {
            text.replace(open, close - open + 1, "1");
            return true;
        }
    }
    return false;
}

std::string Folded(std::string text)
{
    while (Fold(text, '(', ')', "()") || Fold(text, '{', '}', "{}") ||
           FoldSubscripts(text)) {
    }
    return text;
}

// What stands behind the first statement, up to the line that does not go on.
std::string Rest(std::string_view text, size_t end)
{
    if (end >= text.size()) {
        return "";
    }
    return Joined(text.substr(end));
}

// The first statement without `#define name` or `#define name(...)`.
std::string FirstStatement(std::string_view text, const Statement &statement,
                           size_t head, bool has_arguments)
{
    std::string_view first = text.substr(0, statement.end);
    if (has_arguments) {
        first = first.substr(statement.condition_end);
    } else {
        size_t word = text.find("define") + 6;
        bool spaced = IsSpace(text[word]);
        first = spaced ? first.substr(SkipSpace(first, head)) : first;
    }
    return Folded(Joined(WithoutComments(first)));
}

// A macro that the hunk cuts off goes on, as checkpatch.pl sees it, in the
// next line of the patch, whatever that is.
// Returns:  the index behind that line.
size_t AddLineBehindHunk(const PatchText &patch, size_t index,
                         std::string &lines)
{
    while (index < patch.lines.size() &&
           StartsWith(patch.lines[index].raw, "-")) {
        ++index;
    }
    if (index < patch.lines.size()) {
        lines += patch.lines[index].raw;
        lines += '\n';
    }
    return std::min(index + 1, patch.lines.size());
}

// Lines that the patch removes count, too.
bool HasSemicolon(const PatchText &patch, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; ++i) {
        if (Contains(patch.lines[i].raw, ";")) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<MacroBody> ReadMacro(const LineView &view)
{
    size_t head = HeadEnd(view.bare);
    if (head == kNone) {
        return std::nullopt;
    }
    size_t last = LastLine(view.hunk, view.line);
    std::string lines;
    for (size_t line = view.line; line <= last; ++line) {
        lines += line == view.line ? view.bare : view.hunk.code[line];
        lines += '\n';
    }
    size_t end = view.hunk.patch_index[last] + 1;
    if (EndsWith(lines, "\\\n")) {
        end = AddLineBehindHunk(view.hunk.patch, end, lines);
    }
    MacroBody body;
    body.has_semicolon = HasSemicolon(
        view.hunk.patch, view.hunk.patch_index[view.line], end);
    HunkText text(std::move(lines));
    Statement statement = StatementScanner(text).Scan(0);
    bool has_arguments = At(view.bare, head, "(");
    body.first = FirstStatement(text.text(), statement, head, has_arguments);
    if (!statement.at_hunk_end) {
        body.rest = Rest(text.text(), statement.end);
    }
    return body;
}

bool IsExcused(const TypeNames &types, const MacroBody &body)
{
    std::string_view text = body.first;
    for (std::string_view word :
         {"module_param_named", "MODULE_PARAM_DESC", "DECLARE_PER_CPU",
          "DEFINE_PER_CPU", "__typeof__(", "union", "struct"}) {
        if (Contains(text, word)) {
            return true;
        }
    }
    for (size_t dot = text.find('.'); dot != kNone;
         dot = text.find('.', dot + 1)) {
        size_t end = IdentEnd(text, dot + 1);
        if (end != kNone && At(text, SkipSpace(text, end), "=")) {
            return true;
        }
    }
    return StartsWith(text, "\"") || EndsWith(text, "\"") ||
           types.FindType(text, [](size_t) { return true; });
}

bool IsOneValue(std::string_view text)
{
    if (IdentEnd(text, 0) == text.size()) {
        return true;
    }
    size_t pos = At(text, 0, "-");
    size_t digits = pos;
    if (At(text, pos, "0x")) {
        digits = pos + 2;
        while (digits < text.size() &&
               (IsDigit(text[digits]) ||
                std::string_view("abcdefABCDEF").find(text[digits]) !=
                    kNone)) {
            ++digits;
        }
        digits = digits == pos + 2 ? pos : digits;
    }
    if (digits == pos) {
        while (digits < text.size() && IsDigit(text[digits])) {
            ++digits;
        }
    }
    size_t end = digits;
    while (end < text.size() && (text[end] == 'U' || text[end] == 'L')) {
        ++end;
    }
    return digits > pos && end == text.size();
}

bool HasOperator(std::string_view text)
{
    for (size_t pos = 0; pos < text.size(); ++pos) {
        if (std::string_view("<>!~,^&|+-*/%").find(text[pos]) != kNone ||
            At(text, pos, "==") || At(text, pos, "=>")) {
            return true;
        }
    }
    return false;
}

size_t FindLoop(std::string_view text)
{
    for (size_t at = text.find("while"); at != kNone;
         at = text.find("while", at + 1)) {
        if (At(text, SkipSpace(text, at + 5), "(")) {
            return at;
        }
    }
    return kNone;
}

}  // namespace laio::style
