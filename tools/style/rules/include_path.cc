#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    if (!view.added) {
        return;
    }
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
        report.Add(view, slashes, "malformed #include filename");
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
    .check_line = Check,
};

}  // namespace laio::style
