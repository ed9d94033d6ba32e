#include "tools/style/rules/spdx.h"

namespace laio::style {
namespace {

template <bool kRemoved>
void Check(const PatchView &view, const Report &report)
{
    for (const LicenseLine &line : LicenseLines(view, kRemoved)) {
        std::string storage, names;
        for (std::string_view name :
             JudgeLicense(line.expression, &storage).unknown) {
            names += (names.empty() ? "" : ",") + std::string(name);
        }
        if (!names.empty()) {
            report.AddAt(line.index,
                         "Saw unacceptable licenses '" + names +
                             "', valid choices for QEMU are:");
        }
    }
}

constexpr RulePast kPast[] = {
    {.until = 100200, .check_patch = Check<true>},
};

}  // namespace

extern const Rule kSpdxUnknown{
    .name = "spdx-unknown",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "Licences are GPL-2.0-or-later, or else GPL-2.0-only, "
               "LGPL-2.1-only, LGPL-2.1-or-later, BSD-2-Clause, BSD-3-Clause "
               "or MIT.",
    .bad = "/* SPDX-License-Identifier: GPL-3.0-only */\n",
    .good = "/* SPDX-License-Identifier: GPL-2.0-or-later */\n",
    .source = "2b96c1a493",
    .since = 100000,
    .past = kPast,
    .reads_files = true,
    .check_patch = Check<false>,
};

}  // namespace laio::style
