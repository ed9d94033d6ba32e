#include "tools/style/rule.h"
#include "tools/style/rules/make_const.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

constexpr std::string_view kNames[] = {
    "AIOCBInfo",
    "BdrvActionOps",
    "BlockDevOps",
    "BlockJobDriver",
    "DisplayChangeListenerOps",
    "GraphicHwOps",
    "IDEDMAOps",
    "KVMCapabilityInfo",
    "MemoryRegionIOMMUOps",
    "MemoryRegionOps",
    "MemoryRegionPortio",
    "QEMUFileOps",
    "SCSIBusInfo",
    "SCSIReqOps",
    "VhostOps",
    "VMStateDescription",
    "VMStateInfo"};

// Spice...Interface and USBDesc..., a capital behind the first part.
bool IsFamily(std::string_view word)
{
    for (std::string_view family : {"Spice", "USBDesc"}) {
        if (StartsWith(word, family) && word.size() > family.size() &&
            IsUpper(word[family.size()]) &&
            word.find('_') == kNone) {
            return family != "Spice" ||
                   (word.size() > 14 && EndsWith(word, "Interface"));
        }
    }
    return false;
}

bool IsName(std::string_view word, int qemu_version)
{
    if ((word == "TypeInfo" && qemu_version >= 70000) ||      // 9a86e023aa
        (word == "TPMDriverOps" && qemu_version < 21100)) {  // d31076ba75
        return true;
    }
    for (std::string_view name : kNames) {
        if (word == name) {
            return true;
        }
    }
    return IsFamily(word);
}

template <int kVersion>
void Check(const LineView &view, const Report &report)
{
    constexpr bool kWantsEquals = kVersion >= 20800;  // e20e718cde
    size_t limit = kWantsEquals ? view.bare.rfind('=') : view.bare.size();
    if (limit == kNone || FindWord(view.bare, "const") != kNone) {
        return;
    }
    for (size_t pos = 1; pos < limit; ++pos) {
        size_t end = WordEnd(view.bare, pos);
        std::string_view word = view.bare.substr(pos, end - pos);
        if (end <= limit && IsName(word, kVersion)) {
            report.Add(view, pos,
                       (kWantsEquals ? "initializer for struct " : "struct ") +
                           std::string(word) + " should normally be const",
                       MakeConst(view, word));
            return;
        }
        pos = std::max(pos, end);
    }
}

constexpr RulePast kPast[] = {
    {.until = 20800, .needs = "", .check_line = Check<20600>},
    {.until = 21100, .check_line = Check<20800>},
    {.until = 70000, .check_line = Check<21100>},
};

}  // namespace

extern const Rule kConstOps{
    .name = "const-ops",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "=",
    .summary = "Tables of functions and descriptions do not change.",
    .bad = "static TypeInfo info = {\n",
    .good = "static const TypeInfo info = {\n",
    .source = "9a86e023aa",
    .warning_until = 20700,
    .past = kPast,
    .has_fix = true,
    .changes_object = true,
    .check_line = Check<70000>,
};

}  // namespace laio::style
