#include <algorithm>

#include "tools/style/rule.h"
#include "tools/style/rules/prototype.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// The next line behind this one.
std::optional<Edit> JoinWithNext(const LineView &view)
{
    size_t next = view.line + 1;
    if (next >= view.hunk.size() || !view.hunk.added(next) ||
        view.code.find(kCommentByte) != kNone || Contains(view.code, "//")) {
        return std::nullopt;
    }
    std::string_view raw = view.hunk.raw[next];
    Edit edit;
    edit.changes.push_back(
        {view.line, {std::string(TrimRight(view.raw)) +
                     std::string(raw.substr(SkipSpace(raw, 1)))}});
    edit.changes.push_back({next, {}});
    return edit;
}

// Whether all of the line may be type and name: but for typeof, what neither of
// them holds ends both.
bool MayGoOnBehind(std::string_view code)
{
    constexpr ByteSet kNeverThere("(){};,=.?:!<>&|^~+-/%\"'");
    for (char c : code.substr(std::min<size_t>(1, code.size()))) {
        if (kNeverThere.Has(c)) {
            return Contains(code, "typeof");
        }
    }
    return SkipSpace(code, 1) < code.size();
}

void Check(const LineView &view, const Report &report)
{
    if (EndsWith(view.hunk.path, ".c") && MayGoOnBehind(view.code) &&
        ReadPrototype(view).open_on_next_line) {
        report.Add(view, SkipSpace(view.bare, 1),
                   "arguments for function declarations should follow "
                   "identifier",
                   JoinWithNext(view));
    }
}

}  // namespace

extern const Rule kArgumentsFollowName{
    .name = "arguments-follow-name",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "The parameters stand behind the name of the function.",
    .bad = "int f\n"
           "(void)\n",
    .good = "int f(void)\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
