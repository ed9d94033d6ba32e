#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

constexpr std::string_view kFunctions[] = {
    "error_setg",       "error_setg_errno",   "error_setg_win32",
    "error_setg_file_open", "error_set",      "error_prepend",
    "warn_reportf_err", "error_reportf_err",  "error_vreport",
    "warn_vreport",     "info_vreport",       "error_report",
    "warn_report",      "info_report",        "g_test_message"};

constexpr const char *kMessage =
    "Error messages should not contain newlines";

// Where the first call of one of the functions has its `(`, or npos.
size_t FindErrorCall(std::string_view raw)
{
    size_t first = kNone;
    for (std::string_view name : kFunctions) {
        size_t at = FindCall(raw, name);
        first = std::min(first, at == kNone ? at : raw.find('(', at));
    }
    return first;
}

// Where `+ "...` starts a literal, or npos.
size_t LiteralBehindPlus(std::string_view raw, size_t pos)
{
    for (; (pos = raw.find('+', pos)) != kNone; ++pos) {
        size_t quote = SkipSpace(raw, pos + 1);
        if (At(raw, quote, "\"")) {
            return quote;
        }
    }
    return kNone;
}

bool IsLiteralWithNewline(std::string_view raw)
{
    size_t quote = LiteralBehindPlus(raw, 0);
    size_t newline = quote == kNone ? kNone : raw.find("\\n", quote + 1);
    return newline != kNone && raw.find('"', newline + 2) != kNone;
}

bool IsLiteral(std::string_view raw)
{
    size_t quote = LiteralBehindPlus(raw, 0);
    return quote != kNone && raw.find('"', quote + 1) != kNone;
}

// The first line above, of the patch, that is not such a literal.
std::string_view LineAbove(const LineView &view)
{
    const std::vector<PatchLine> &lines = view.hunk.patch.lines;
    size_t index = view.hunk.patch_index[view.line];
    while (index > 0 && IsLiteral(lines[index - 1].raw)) {
        --index;
    }
    return index > 0 ? std::string_view(lines[index - 1].raw)
                     : std::string_view();
}

void Check(const LineView &view, const Report &report)
{
    if (!view.added) {
        return;
    }
    size_t newline = view.raw.rfind("\\n");
    if (newline == kNone) {
        return;
    }
    size_t open = FindErrorCall(view.raw);
    size_t quote = open == kNone ? kNone : view.raw.find('"', open);
    if (quote != kNone && quote < newline) {
        report.Add(view, newline, kMessage);
    }
    if (IsLiteralWithNewline(view.raw) &&
        FindErrorCall(LineAbove(view)) != kNone) {
        report.Add(view, newline, kMessage);
    }
}

}  // namespace

extern const Rule kErrorNewline{
    .name = "error-newline",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "Messages of errors end without a newline: their printer adds "
               "it.",
    .bad = "    error_report(\"no\\n\");\n",
    .good = "    error_report(\"no\");\n",
    .source = "a47eb01098",
    .check_line = Check,
};

}  // namespace laio::style
