#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// `bzero(a, n)` as `memset(a, 0, n)`, if its comma is on the line.
std::optional<Edit> WithMemset(const LineView &view, size_t column)
{
    size_t open = column + 5;
    size_t comma = kNone;
    int depth = 0;
    for (size_t pos = open; pos < view.bare.size(); ++pos) {
        char c = view.bare[pos];
        depth += (c == '(') - (c == ')');
        if (c == ',' && depth == 1 && comma == kNone) {
            comma = pos;
        }
        if (depth == 0) {
            break;
        }
    }
    if (comma == kNone) {
        return std::nullopt;
    }
    std::string text = "memset" +
                       std::string(view.raw.substr(open, comma - open)) +
                       ", 0";
    Edit edit = ReplaceInLine(view, column, comma - column, text);
    edit.removed_tokens = {"bzero"};
    edit.inserted_tokens = {"memset", ",", "0"};
    return edit;
}

void Check(const LineView &view, const Report &report)
{
    size_t column = FindStart(view.bare, "bzero(");
    if (column != kNone) {
        report.Add(view, column, "use memset() instead of bzero()",
                   WithMemset(view, column));
    }
}

}  // namespace

extern const Rule kNoBzero{
    .name = "no-bzero",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "bzero(",
    .summary = "bzero() is not in the standard.",
    .bad = "    bzero(p, n);\n",
    .good = "    memset(p, 0, n);\n",
    .source = "3f822cff44",
    .since = 20700,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
