#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// The same path for the system.
std::optional<Edit> WithOneSlash(const LineView &view, size_t open,
                                 size_t close)
{
    std::string before(view.raw.substr(open, close + 1 - open));
    std::string path = before;
    for (size_t at = path.find("//"); at != kNone; at = path.find("//")) {
        path.erase(at, 1);
    }
    Edit edit = ReplaceInLine(view, open, before.size(), path);
    edit.removed_tokens = {before};
    edit.inserted_tokens = {path};
    return edit;
}

void Check(const LineView &view, const Report &report)
{
    std::string_view raw = view.raw;
    if (DirectiveOf(raw) != "include") {
        return;
    }
    size_t open = SkipSpace(raw, raw.find("include") + 7);
    bool glued = open == raw.find("include") + 7;
    size_t close = raw.find_last_of("\">");
    if (glued || open >= raw.size() ||
        (raw[open] != '<' && raw[open] != '"') || close <= open) {
        return;
    }
    size_t slashes = raw.substr(0, close).find("//", open);
    if (slashes != kNone) {
        report.Add(view, slashes, "malformed #include filename",
                   raw[open] == '"' ? WithOneSlash(view, open, close)
                                    : std::nullopt);
    }
}

}  // namespace

extern const Rule kIncludePath{
    .name = "include-path",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "//",
    .summary = "A path has one slash between its parts.",
    .bad = "#include \"qemu//osdep.h\"\n",
    .good = "#include \"qemu/osdep.h\"\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
