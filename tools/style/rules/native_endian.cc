#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = FindWord(view.bare, "DEVICE_NATIVE_ENDIAN");
    if (column != kNone) {
        report.Add(view, column,
                   "DEVICE_NATIVE_ENDIAN is not allowed, use "
                   "DEVICE_LITTLE_ENDIAN or DEVICE_BIG_ENDIAN instead");
    }
}

}  // namespace

extern const Rule kNativeEndian{
    .name = "native-endian",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "DEVICE_NATIVE_ENDIAN",
    .summary = "A device says which end its bytes start from.",
    .bad = "    .endianness = DEVICE_NATIVE_ENDIAN,\n",
    .good = "    .endianness = DEVICE_LITTLE_ENDIAN,\n",
    .source = "f6816bf9ad",
    .since = 100200,
    .check_line = Check,
};

}  // namespace laio::style
