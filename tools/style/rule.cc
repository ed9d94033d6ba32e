#include "tools/style/rule.h"

#include "tools/style/chars.h"

namespace laio::style {
namespace {

std::vector<size_t> PostImage(const PatchText &patch, const Hunk &hunk)
{
    std::vector<size_t> lines;
    lines.reserve(hunk.end - hunk.begin);
    for (size_t i = hunk.begin; i < hunk.end; ++i) {
        if (patch.lines[i].InPostImage()) {
            lines.push_back(i);
        }
    }
    return lines;
}

std::vector<std::string_view> CodeLines(const HunkText &text)
{
    std::vector<std::string_view> lines;
    lines.reserve(text.LineCount());
    for (size_t line = 0; line < text.LineCount(); ++line) {
        lines.push_back(text.Line(line));
    }
    return lines;
}

std::vector<std::string_view> RawLines(const PatchText &patch,
                                       const std::vector<size_t> &indices)
{
    std::vector<std::string_view> raw;
    raw.reserve(indices.size());
    for (size_t index : indices) {
        // Mailers strip the marker of an empty line; here each line has one.
        std::string_view line = patch.lines[index].raw;
        raw.push_back(line.empty() ? std::string_view(" ") : line);
    }
    return raw;
}

}  // namespace

HunkView::HunkView(const PatchText &patch_text, const Hunk &hunk)
    : patch(patch_text),
      path(hunk.file < 0 ? std::string_view()
                         : patch_text.files[hunk.file].path),
      patch_index(PostImage(patch_text, hunk)),
      raw(RawLines(patch_text, patch_index)),
      text(SanitiseHunk(raw)),
      code(CodeLines(text)),
      blank(text.text()),
      statements(text)
{
    for (size_t line = 0; line < text.LineCount(); ++line) {
        blank[text.LineStart(line)] = ' ';
    }
}

bool HunkView::added(size_t line) const
{
    return patch.lines[patch_index[line]].added();
}

std::string_view HunkView::Text(size_t begin, size_t end) const
{
    return std::string_view(text.text()).substr(begin, end - begin);
}

std::string_view HunkView::Code(size_t begin, size_t end) const
{
    return std::string_view(blank).substr(begin, end - begin);
}

Statement HunkView::StatementAt(size_t line) const
{
    return statements.Scan(text.LineStart(line));
}

std::string_view LineView::StatementText() const
{
    if (SkipSpace(code, 1) >= code.size()) {
        return {};
    }
    Statement statement = hunk.StatementAt(line);
    return hunk.Code(statement.begin, statement.end);
}

std::string_view LineView::Condition() const
{
    Statement statement = hunk.StatementAt(line);
    return hunk.Code(statement.begin, statement.condition_end);
}

std::string_view LineView::Body() const
{
    Statement statement = hunk.StatementAt(line);
    return hunk.Code(statement.condition_end, statement.end);
}

size_t IndentOf(std::string_view line)
{
    size_t columns = 0;
    for (size_t pos = 1; pos < line.size() && IsSpace(line[pos]); ++pos) {
        columns += line[pos] == '\t' ? 8 - columns % 8 : 1;
    }
    return columns;
}

Edit ReplaceInLine(const LineView &view, size_t column, size_t length,
                   std::string_view text)
{
    std::string line(view.raw);
    line.replace(column, length, text);
    Edit edit;
    edit.changes.push_back({view.line, {std::move(line)}});
    return edit;
}

bool Exists(const Rule &rule, int qemu_version)
{
    return rule.since <= qemu_version && qemu_version < rule.until;
}

bool IsAsNow(const Rule &rule, int qemu_version)
{
    return qemu_version >= rule.warning_until &&
           (rule.past.empty() || qemu_version >= rule.past.back().until);
}

Rule RuleAt(const Rule &rule, int qemu_version)
{
    Rule result = rule;
    if (qemu_version < rule.warning_until) {
        result.level = StyleLevel::kWarning;
    }
    for (const RulePast &past : rule.past) {
        if (qemu_version < past.until) {
            result.level = past.level.value_or(result.level);
            result.gate = past.gate.value_or(result.gate);
            result.message = past.message ? past.message : result.message;
            result.needs = past.needs ? past.needs : result.needs;
            result.check_line =
                past.check_line ? past.check_line : result.check_line;
            result.check_hunk =
                past.check_hunk ? past.check_hunk : result.check_hunk;
            result.check_patch =
                past.check_patch ? past.check_patch : result.check_patch;
            break;
        }
    }
    return result;
}

}  // namespace laio::style
