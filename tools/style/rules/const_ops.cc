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
    "TypeInfo",
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

bool IsName(std::string_view word)
{
    for (std::string_view name : kNames) {
        if (word == name) {
            return true;
        }
    }
    return IsFamily(word);
}

void Check(const LineView &view, const Report &report)
{
    size_t equals = view.bare.rfind('=');
    if (equals == kNone || FindWord(view.bare, "const") != kNone) {
        return;
    }
    for (size_t pos = 1; pos < equals; ++pos) {
        size_t end = WordEnd(view.bare, pos);
        std::string_view word = view.bare.substr(pos, end - pos);
        if (end <= equals && IsName(word)) {
            report.Add(view, pos,
                       "initializer for struct " + std::string(word) +
                           " should normally be const",
                       MakeConst(view, word));
            return;
        }
        pos = std::max(pos, end);
    }
}

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
    .since = 20700,
    .has_fix = true,
    .changes_object = true,
    .check_line = Check,
};

}  // namespace laio::style
