#include "tools/style/rules/spdx.h"

namespace laio::style {
namespace {

template <bool kRemoved>
void Check(const PatchView &view, const Report &report)
{
    for (const LicenseLine &line : LicenseLines(view, kRemoved)) {
        std::string storage;
        if (JudgeLicense(line.expression, &storage).is_second_choice) {
            report.AddAt(
                line.index,
                "Saw acceptable license '" +
                    std::string(*LicenseIn(view.lines[line.index].text)) +
                    "' but note 'GPL-2.0-or-later' is preferred for new "
                    "files unless the code is derived from a source file "
                    "with an existing declared license that must be "
                    "retained. Please explain the license choice in the "
                    "commit message.");
        }
    }
}

constexpr RulePast kPast[] = {
    {.until = 100200, .check_patch = Check<true>},
};

}  // namespace

extern const Rule kSpdxSecondChoice{
    .name = "spdx-second-choice",
    .level = StyleLevel::kWarning,
    .gate = Gate::kPatch,
    .summary = "A licence other than GPL-2.0-or-later is explained in the "
               "commit message.",
    .bad = "/* SPDX-License-Identifier: MIT */\n",
    .good = "/* SPDX-License-Identifier: GPL-2.0-or-later */\n",
    .source = "2b96c1a493",
    .since = 100000,
    .past = kPast,
    .reads_files = true,
    .check_patch = Check<false>,
};

}  // namespace laio::style
