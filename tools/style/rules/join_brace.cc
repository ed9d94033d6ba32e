#include "tools/style/rules/join_brace.h"

#include "tools/style/chars.h"

namespace laio::style {

std::optional<Edit> JoinWithBrace(const LineView &view)
{
    std::string_view above = TrimRight(view.previous_raw);
    size_t word = SkipSpace(view.raw, 1);
    if (view.line == 0 || !view.hunk.added(view.line - 1) ||
        !EndsWith(above, "}") || word == view.raw.size()) {
        return std::nullopt;
    }
    Edit edit;
    edit.changes.push_back(
        {view.line - 1,
         {std::string(above) + " " + std::string(view.raw.substr(word))}});
    edit.changes.push_back({view.line, {}});
    return edit;
}

}  // namespace laio::style
