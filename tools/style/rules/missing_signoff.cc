#include "tools/style/chars.h"
#include "tools/style/rule.h"

namespace laio::style {
namespace {

bool IsSignoff(std::string_view line)
{
    constexpr std::string_view kTag = "signed-off-by:";
    size_t start = SkipSpace(line, 0);
    if (line.size() - start < kTag.size()) {
        return false;
    }
    for (size_t i = 0; i < kTag.size(); ++i) {
        char c = line[start + i];
        if ((IsUpper(c) ? c - 'A' + 'a' : c) != kTag[i]) {
            return false;
        }
    }
    return true;
}

void Check(const PatchText &patch, const Report &report)
{
    if (patch.hunks.empty() && !patch.has_rename) {
        return;
    }
    for (const PatchLine &line : patch.lines) {
        if (IsSignoff(line.raw)) {
            return;
        }
    }
    report.AddToPatch("Missing Signed-off-by: line(s)");
}

}  // namespace

extern const Rule kMissingSignoff{
    .name = "missing-signoff",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "A patch is signed off by its author.",
    .bad = "Subject: [PATCH] block: a change\n",
    .good = "Signed-off-by: A Developer <developer@example.org>\n",
    .source = "1ec3f6f9ab",
    .asks_for_signoff = true,
    .check_patch = Check,
};

}  // namespace laio::style
