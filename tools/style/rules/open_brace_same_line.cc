#include "tools/style/rule.h"
#include "tools/style/rules/control.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

constexpr const char *kMessage =
    "that open brace { should be on the previous line";

// A brace moves up; what stands behind it stays on its own line.
std::optional<Edit> MoveUp(const HunkView &hunk, size_t line)
{
    std::string_view above = hunk.raw[line - 1];
    std::string_view brace = hunk.raw[line];
    bool plain = hunk.code[line - 1].find(kCommentByte) == kNone &&
                 !Contains(hunk.code[line - 1], "//");
    size_t column = brace.find('{');
    std::string_view rest = Trim(brace.substr(column + 1));
    if (!plain || !hunk.added(line - 1) || !hunk.added(line) ||
        (!rest.empty() && rest != "\\")) {
        return std::nullopt;
    }
    bool macro = rest == "\\";
    std::string_view text = TrimRight(above);
    if (macro) {
        if (!EndsWith(text, "\\")) {
            return std::nullopt;
        }
        text = TrimRight(text.substr(0, text.size() - 1));
    }
    Edit edit;
    edit.changes.push_back(
        {line - 1, {std::string(text) + (macro ? " { \\" : " {")}});
    edit.changes.push_back({line, {}});
    return edit;
}

bool StartsWithBrace(const HunkView &hunk, size_t line)
{
    return line < hunk.size() && hunk.added(line) &&
           At(hunk.code[line], SkipSpace(hunk.code[line], 1), "{");
}

// The line before in the patch, be it one that goes away.
size_t LengthBefore(const HunkView &hunk, size_t line)
{
    return hunk.patch.lines[hunk.patch_index[line] - 1].raw.size();
}

// `= ` and then the brace on the next line.
bool FollowsEquals(std::string_view previous)
{
    std::string_view text = TrimRight(previous);
    return EndsWith(text, "=") && !EndsWith(text, "==");
}

void CheckControl(const LineView &view, const Report &report)
{
    if (!HasControl(view.hunk, view.line)) {
        return;
    }
    size_t next = view.line + 1;
    if (StartsWithBrace(view.hunk, next) &&
        ParenLines(view.hunk, view.line).lines == 1 &&
        !Contains(view.raw, "{") && LengthBefore(view.hunk, next) < 80) {
        report.Add(view, view.raw.size() - 1, kMessage,
                   MoveUp(view.hunk, next));
    }
}

void Check(const LineView &view, const Report &report)
{
    CheckControl(view, report);
    if (view.added && StartsWithBrace(view.hunk, view.line) &&
        FollowsEquals(view.previous_code)) {
        report.Add(view, view.raw.find('{'), kMessage,
                   view.line ? MoveUp(view.hunk, view.line) : std::nullopt);
    }
}

}  // namespace

extern const Rule kOpenBraceSameLine{
    .name = "open-brace-same-line",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "{ if while for switch do else",
    .summary = "The brace of a statement or initialiser stands on its line.",
    .bad = "    if (x)\n"
           "    {\n",
    .good = "    if (x) {\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .reads_old = true,
    .check_line = Check,
};

}  // namespace laio::style
