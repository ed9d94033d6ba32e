#include "tools/style/rules/new_file_license.h"

namespace laio::style {
namespace {

constexpr RulePast kPast[] = {
    {.until = 100100, .check_patch = AskByModeLine<true>},
    {.until = 100200, .check_patch = RequireLicense<true, true>},
    {.until = 110000, .check_patch = RequireLicense<false, true>},
};

}  // namespace

extern const Rule kSpdxRequired{
    .name = "spdx-required",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "A new source file names its licence with an SPDX tag.",
    .bad = "+++ b/block/new.c\n"
           "+/* new */\n",
    .good = "+++ b/block/new.c\n"
            "+/* SPDX-License-Identifier: GPL-2.0-or-later */\n",
    .source = "b36934063c",
    .since = 100000,
    .past = kPast,
    .check_patch = RequireLicense<false, false>,
};

}  // namespace laio::style
