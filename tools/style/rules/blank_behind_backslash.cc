#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// The compiler joins the lines either way.
std::optional<Edit> WithoutBlanksAtEnd(const LineView &view)
{
    size_t kept = TrimRight(view.raw).size();
    if (view.raw.substr(kept - 1, 1) != "\\") {
        return std::nullopt;
    }
    return ReplaceInLine(view, kept, view.raw.size() - kept, "");
}

void Check(const LineView &view, const Report &report)
{
    std::string_view code = view.bare;
    if (code.size() > 2 && IsSpace(code.back()) &&
        code[code.size() - 2] == '\\' && HasHash(code, "define")) {
        report.Add(view, code.size() - 1,
                   "Whitespace after \\ makes next lines useless",
                   WithoutBlanksAtEnd(view));
    }
}

constexpr RulePast kPast[] = {
    {.until = 20700,
     .message = "Whitepspace after \\ makes next lines useless"},
};

}  // namespace

extern const Rule kBlankBehindBackslash{
    .name = "blank-behind-backslash",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "\\",
    .summary = "Only a newline stands behind the backslash of a macro.",
    .bad = "#define A \\ \n",
    .good = "#define A \\\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .past = kPast,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
