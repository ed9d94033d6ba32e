#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

constexpr const char *kMessage =
    "Author email address is mangled by the mailing list";

// `<qemu-devel@nongnu.org>`, or any list of QEMU.
bool NamesList(std::string_view text, bool any_list)
{
    if (!any_list) {
        return Contains(text, "<qemu-devel@nongnu.org>");
    }
    for (size_t at = text.find("<qemu-"); at != kNone;
         at = text.find("<qemu-", at + 1)) {
        size_t end = WordEnd(text, at + 6);
        if (end > at + 6 && At(text, end, "@nongnu.org>")) {
            return true;
        }
    }
    return false;
}

template <bool kAnyList>
void Check(const PatchView &view, const Report &report)
{
    for (const HeaderLine &line : view.lines) {
        if (!StartsWith(line.text, "From: ") &&
            !StartsWith(line.text, "Author: ")) {
            continue;
        }
        size_t via = line.text.find(" via ", line.text.find(' ') + 1);
        if (via != kNone && NamesList(line.text.substr(via + 5), kAnyList)) {
            report.AddAt(line.index, kMessage);
        }
    }
}

// As it was before 6.0 (7b59d10e23).
void CheckNamed(const PatchView &view, const Report &report)
{
    for (const HeaderLine &line : view.lines) {
        size_t via = StartsWith(line.text, "Author: ")
                         ? line.text.find("via Qemu-devel")
                         : kNone;
        if (via != kNone && NamesList(line.text.substr(via), false)) {
            report.AddAt(line.index, kMessage);
        }
    }
}

constexpr RulePast kPast[] = {
    {.until = 60000, .check_patch = CheckNamed},
    {.until = 90100, .check_patch = Check<false>},
};

}  // namespace

extern const Rule kMangledAuthor{
    .name = "mangled-author",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "The author is a person and not the list.",
    .bad = "From: A Developer via <qemu-devel@nongnu.org>\n",
    .good = "From: A Developer <developer@example.org>\n",
    .source = "e3812d1096",
    .since = 30100,
    .past = kPast,
    .check_patch = Check<true>,
};

}  // namespace laio::style
