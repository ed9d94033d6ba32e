#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

struct Function {
    std::string_view name;
    int since = 0;
};

constexpr Function kFunctions[] = {
    {"error_setg"},
    {"error_setg_errno"},
    {"error_setg_win32"},
    {"error_setg_file_open", 20700},  // a47eb01098
    {"error_set"},
    {"error_prepend", 20700},
    {"warn_reportf_err", 21000},  // e43ead1d0b
    {"error_reportf_err", 20700},
    {"error_vreport"},
    {"warn_vreport", 21000},  // 97f40301f1
    {"info_vreport", 21000},
    {"error_report"},
    {"warn_report", 21000},
    {"info_report", 21000},
    {"g_test_message", 30100}};  // f1e35acf78

constexpr const char *kMessage =
    "Error messages should not contain newlines";

// Where the first call of one of the functions has its `(`, or npos.
size_t FindErrorCall(std::string_view raw, int qemu_version)
{
    size_t first = kNone;
    for (const Function &function : kFunctions) {
        if (qemu_version < function.since) {
            continue;
        }
        size_t at = FindCall(raw, function.name);
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

// Finds the first line above, of the patch, that is not such a literal; of a
// run of literals only what is new since the last question is looked at.
class LinesAbove {
 public:
    explicit LinesAbove(const std::vector<PatchLine> &lines) : lines_(lines)
    {
    }

    std::string_view Above(size_t index)
    {
        size_t above = index;
        while (above > 0 && above != last_index_ &&
               IsLiteral(lines_[above - 1].raw)) {
            --above;
        }
        last_above_ = above == last_index_ ? last_above_ : above;
        last_index_ = index;
        return last_above_ > 0 ? std::string_view(lines_[last_above_ - 1].raw)
                               : std::string_view();
    }

 private:
    const std::vector<PatchLine> &lines_;
    size_t last_index_ = kNone;
    size_t last_above_ = 0;  // behind the line above last_index_
};

// Whether the call's text starts right behind its `(`.
bool StartsWithText(std::string_view raw, size_t open)
{
    return At(raw, SkipSpace(raw, open + 1), "\"");
}

template <int kVersion>
void Check(const HunkView &hunk, const Report &report)
{
    LinesAbove above(hunk.patch.lines);
    for (size_t line = 0; line < hunk.size(); ++line) {
        std::string_view raw = hunk.raw[line];
        size_t newline = hunk.added(line) ? raw.rfind("\\n") : kNone;
        if (newline == kNone) {
            continue;
        }
        size_t open = FindErrorCall(raw, kVersion);
        if (open != kNone && kVersion < 20700 && !StartsWithText(raw, open)) {
            open = kNone;
        }
        size_t quote = open == kNone ? kNone : raw.find('"', open);
        if (quote != kNone && quote < newline) {
            report.Add(hunk, line, newline, kMessage);
        }
        if (IsLiteralWithNewline(raw) &&
            FindErrorCall(above.Above(hunk.patch_index[line]), kVersion) !=
                kNone) {
            report.Add(hunk, line, newline, kMessage);
        }
    }
}

constexpr RulePast kPast[] = {
    {.until = 20700, .check_hunk = Check<20600>},
    {.until = 21000, .check_hunk = Check<20700>},
    {.until = 30100, .check_hunk = Check<21000>},
};

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
    .warning_until = 20700,
    .past = kPast,
    .check_hunk = Check<30100>,
};

}  // namespace laio::style
