#include "tools/style/rule.h"

namespace laio::style {
namespace {

// At the first line by which both kinds of files were seen.
void Check(const PatchView &view, const Report &report)
{
    bool ours = false, imported = false;
    for (const HeaderLine &line : view.lines) {
        if (!view.patch.lines[line.index].InPostImage()) {
            continue;
        }
        (IsFromLinux(line.path) ? imported : ours) = true;
        if (ours && imported) {
            report.AddAt(line.index,
                         "headers imported from Linux should be "
                         "self-contained in a patch with no other changes");
            return;
        }
    }
}

}  // namespace

extern const Rule kLinuxHeaderAlone{
    .name = "linux-header-alone",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "Headers of Linux change in a patch of their own.",
    .bad = "+++ b/linux-headers/linux/kvm.h\n"
           "+++ b/accel/kvm/kvm-all.c\n",
    .good = "+++ b/linux-headers/linux/kvm.h\n",
    .source = "503eb470e0",
    .since = 90100,
    .check_patch = Check,
};

}  // namespace laio::style
