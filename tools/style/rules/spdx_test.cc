#include "tools/style/rules/spdx.h"

#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

StyleResult CheckAt(int version, const std::string &patch)
{
    StyleOptions options;
    options.qemu_version = version;
    options.rules = {"spdx-required",      "spdx-wanted",
                     "spdx-unknown",       "spdx-tag",
                     "spdx-second-choice", "license-boilerplate"};
    return CheckPatch(patch, "x", options);
}

// A patch of git that brings a file with one line.
std::string NewFile(const std::string &path, const std::string &line)
{
    return "diff --git a/" + path + " b/" + path +
           "\nnew file mode 100644\n--- /dev/null\n+++ b/" + path +
           "\n@@ -0,0 +1 @@\n+" + line + "\n";
}

TEST(Spdx, JudgesThePartsOfAnExpression)
{
    std::string storage;
    EXPECT_TRUE(JudgeLicense("GPL-2.0-or-later", &storage).unknown.empty());
    JudgedLicense two = JudgeLicense("(MIT OR GPL-3.0-only)", &storage);
    EXPECT_TRUE(two.is_second_choice);
    EXPECT_EQ(two.unknown, std::vector<std::string_view>{"GPL-3.0-only"});
    EXPECT_EQ(JudgeLicense("MIT WITH x", &storage).unknown,
              std::vector<std::string_view>{"MIT-WITH-x"});
}

TEST(Spdx, ReadsWhatStandsInAComment)
{
    EXPECT_EQ(LicenseIn("+/* SPDX-License-Identifier: MIT */ "), "MIT ");
    EXPECT_EQ(LicenseIn("+# SPDX-License-Identifier: MIT"), "MIT");
    EXPECT_EQ(LicenseIn("+SPDX"), std::nullopt);
}

TEST(Spdx, IsAskedOfANewFileAtItsEnd)
{
    std::string patch = NewFile("a.c", "int a;") + NewFile("b.rst", "b");
    EXPECT_EQ(ToTerse(CheckAt(100100, patch)),
              "x:7: ERROR: New file 'a.c' requires "
              "'SPDX-License-Identifier'\n"
              "x:12: WARNING: Does new file 'b.rst' need "
              "'SPDX-License-Identifier'?\n");
    EXPECT_EQ(CheckAt(110000, patch).warnings, 0);
    EXPECT_EQ(ToTerse(CheckAt(100000, patch)),
              "x:8: ERROR: New file 'a.c' requires "
              "'SPDX-License-Identifier'\n");
    EXPECT_TRUE(CheckAt(90200, patch).clean());
}

TEST(Spdx, IsFoundInANewFile)
{
    std::string line = "/* SPDX-License-Identifier: GPL-2.0-or-later */";
    EXPECT_TRUE(CheckAt(100100, NewFile("a.c", line)).clean());
}

TEST(Spdx, TakesTheLicencesThatQemuTakes)
{
    EXPECT_EQ(ToTerse(CheckAt(100200, PatchOf("+/* SPDX-License-Identifier: "
                                              "GPL-3.0-only */\n"))),
              "x:8: ERROR: Saw unacceptable licenses 'GPL-3.0-only', valid "
              "choices for QEMU are:\n");
    EXPECT_EQ(CheckAt(100200, PatchOf("+/* SPDX-License-Identifier: "
                                      "MIT */\n"))
                  .warnings,
              1);
    EXPECT_TRUE(CheckAt(100200, PatchOf("-/* SPDX-License-Identifier: "
                                        "MIT */\n+x;\n"))
                    .clean());
}

TEST(Spdx, ForbidsOtherTags)
{
    EXPECT_EQ(ToTerse(CheckAt(100000,
                              PatchOf("+/* SPDX-FileCopyrightText: A */\n"))),
              "x:8: ERROR: Tag SPDX-FileCopyrightText not permitted in QEMU "
              "code, valid choices are: SPDX-License-Identifier\n");
}

TEST(Spdx, StandsAloneInANewFile)
{
    std::string patch = NewFile(
        "a.c", "/* SPDX-License-Identifier: MIT. See the COPYING file. */");
    EXPECT_EQ(CheckAt(100100, patch).findings.back().rule,
              "license-boilerplate");
}

}  // namespace
}  // namespace laio::style
