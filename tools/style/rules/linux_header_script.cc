#include "tools/style/rule.h"

namespace laio::style {
namespace {

// At the first line in a file of Linux.
void Check(const PatchView &view, const Report &report)
{
    for (const HeaderLine &line : view.lines) {
        if (view.patch.lines[line.index].InPostImage() &&
            IsFromLinux(line.path)) {
            report.AddAt(line.index,
                         "added, moved or deleted file(s) imported from "
                         "Linux, are you using "
                         "scripts/update-linux-headers.sh?");
            return;
        }
    }
}

}  // namespace

extern const Rule kLinuxHeaderScript{
    .name = "linux-header-script",
    .level = StyleLevel::kWarning,
    .gate = Gate::kPatch,
    .summary = "Headers of Linux change by scripts/update-linux-headers.sh.",
    .bad = "+++ b/linux-headers/linux/kvm.h\n",
    .good = "+++ b/accel/kvm/kvm-all.c\n",
    .source = "503eb470e0",
    .since = 90100,
    .reads_files = true,
    .check_patch = Check,
};

}  // namespace laio::style
