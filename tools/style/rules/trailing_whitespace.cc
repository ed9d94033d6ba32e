#include "tools/style/chars.h"
#include "tools/style/rule.h"

namespace laio::style {
namespace {

// Whether a blank at the end of a line is known to mean nothing in the file.
bool IgnoresBlanks(std::string_view path)
{
    for (std::string_view name : {".rst", ".texi", ".json", "/meson.build",
                                  "/Kconfig", "MAINTAINERS"}) {
        if (EndsWith(path, name)) {
            return true;
        }
    }
    return GateOf(path) == Gate::kC;
}

// `obj-y += a.o b.o`: words, whatever stands between and behind them.
bool IsListOfObjects(const LineView &view)
{
    std::string_view path = view.hunk.path;
    bool makefile = EndsWith(path, "Makefile.objs") ||
                    EndsWith(path, "Makefile.target") ||
                    EndsWith(path, "Makefile");
    return makefile && Contains(view.raw, "obj-") &&
           Contains(view.raw, "+=") && !StartsWith(view.raw, "+\t");
}

// Not behind a backslash, which joins lines; compilers let blanks follow it.
std::optional<Edit> Fix(const LineView &view, std::string_view kept)
{
    bool ignored = IgnoresBlanks(view.hunk.path) || IsListOfObjects(view);
    bool joins = EndsWith(kept, "\\") && GateOf(view.hunk.path) != Gate::kC;
    if (!ignored || joins) {
        return std::nullopt;
    }
    return ReplaceInLine(view, kept.size(), view.raw.size() - kept.size(),
                         "");
}

void CheckAnyText(const LineView &view, const Report &report)
{
    if (Contains(view.code, "\r")) {
        return;
    }
    std::string_view kept = TrimRight(view.raw);
    if (kept.size() < view.raw.size()) {
        report.Add(view, kept.size(), "trailing whitespace",
                   Fix(view, kept));
    }
}

void Check(const LineView &view, const Report &report)
{
    if (!IsDocumentation(view.hunk.path)) {
        CheckAnyText(view, report);
    }
}

constexpr RulePast kPast[] = {
    {.until = 20800, .check_line = CheckAnyText},
};

}  // namespace

extern const Rule kTrailingWhitespace{
    .name = "trailing-whitespace",
    .level = StyleLevel::kError,
    .gate = Gate::kAny,
    .summary = "A line must not end in blanks.",
    .bad = "    x = 1;  \n",
    .good = "    x = 1;\n",
    .source = "0cebabd5e8",
    .past = kPast,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
