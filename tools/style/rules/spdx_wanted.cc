#include "tools/style/rules/new_file_license.h"

namespace laio::style {
namespace {

constexpr RulePast kPast[] = {
    {.until = 100100, .check_patch = AskByModeLine<false>},
    {.until = 100200, .check_patch = WantLicense<true>},
};

}  // namespace

extern const Rule kSpdxWanted{
    .name = "spdx-wanted",
    .level = StyleLevel::kWarning,
    .gate = Gate::kPatch,
    .summary = "A new file that is no source code may name its licence, too.",
    .bad = "+++ b/docs/new.rst\n"
           "+New\n",
    .good = "+++ b/docs/new.rst\n"
            "+.. SPDX-License-Identifier: GPL-2.0-or-later\n",
    .source = "b36934063c",
    .since = 100000,
    .until = 110000,
    .past = kPast,
    .check_patch = WantLicense<false>,
};

}  // namespace laio::style
