// What one line is told by the rules of one version and of another.

#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

struct Row {
    const char *version;
    std::string lines;  // of the hunk, with diff markers
    std::string said;   // levels and words
    std::string path = "block/a.c";
};

// All that is said of the lines, without where.
std::string Said(const Row &row)
{
    StyleOptions options;
    options.qemu_version = ParseQemuVersion(row.version);
    std::string said;
    for (const Finding &finding :
         CheckPatch(PatchOf(row.lines, row.path), "x", options).findings) {
        said += said.empty() ? "" : "; ";
        said += StyleLevelName(finding.level) + (": " + finding.message);
    }
    return said;
}

void ExpectSaid(const std::vector<Row> &rows)
{
    for (const Row &row : rows) {
        EXPECT_EQ(Said(row), row.said) << row.version << "\n" << row.lines;
    }
}

TEST(Versions, WarnedOfMostThingsBefore27)
{
    ExpectSaid({{"2.6", "+    f (x);\n",
                 "WARNING: space prohibited between function name and open "
                 "parenthesis '('"},
                {"2.7", "+    f (x);\n",
                 "ERROR: space prohibited between function name and open "
                 "parenthesis '('"}});
}

TEST(Versions, WentThereAndBackWithMachines)
{
    std::string words = ": architecture specific defines should be avoided";
    ExpectSaid({{"2.6", "+#ifdef __linux__\n", "WARNING" + words},
                {"2.7", "+#ifdef __linux__\n", "ERROR" + words},
                {"2.8", "+#ifdef __linux__\n", "WARNING" + words},
                {"10.2", "+#ifdef __linux__\n", "WARNING" + words},
                {"11", "+#ifdef __linux__\n", ""}});
}

TEST(Versions, JudgeLongLinesEachInItsWay)
{
    std::string of_85 = "+    " + std::string(80, 'x') + ";\n";
    std::string of_95 = "+    " + std::string(90, 'x') + ";\n";
    std::string url = "+ * https://" + std::string(90, 'x') + "\n";
    ExpectSaid({{"2.6", of_85, "WARNING: line over 80 characters"},
                {"2.6", of_95, "WARNING: line over 80 characters"},
                {"2.7", of_85, "WARNING: line over 80 characters"},
                {"2.7", of_95, "ERROR: line over 90 characters"},
                {"11", of_85, ""},
                {"11", of_95, "ERROR: line over 90 characters"},
                {"2.11", url, "ERROR: line over 90 characters"},
                {"2.12", url, ""}});
}

TEST(Versions, HaveWordsOfTheirOwn)
{
    ExpectSaid({{"2.6", "+    volatile int x;\n",
                 "WARNING: Use of volatile is usually wrong: see "
                 "Documentation/volatile-considered-harmful.txt"},
                {"2.6", "+    /* why */\n+    volatile int x;\n",
                 "WARNING: Use of volatile is usually wrong: see "
                 "Documentation/volatile-considered-harmful.txt"},
                {"2.12", "+    /* why */\n+    volatile int x;\n", ""},
                {"2.6", "+#define A \\ \n",
                 "ERROR: trailing whitespace; WARNING: Whitepspace after \\ "
                 "makes next lines useless"},
                {"7.0", "+    n = getpagesize();\n",
                 "ERROR: use qemu_real_host_page_size instead of "
                 "getpagesize()"},
                {"7.1", "+    n = getpagesize();\n",
                 "ERROR: use qemu_real_host_page_size() instead of "
                 "getpagesize()"},
                {"7.0", "+    p = (char *)g_realloc(p, 1);\n",
                 "ERROR: unnecessary cast may hide bugs, use g_new instead"},
                {"7.1", "+    p = (char *)g_realloc(p, 1);\n",
                 "ERROR: unnecessary cast may hide bugs, use g_renew "
                 "instead"}});
}

TEST(Versions, KnowOtherTablesThatShouldBeConst)
{
    ExpectSaid({{"2.6", "+    TPMDriverOps *ops;\n",
                 "WARNING: struct TPMDriverOps should normally be const"},
                {"2.8", "+    TPMDriverOps *ops;\n", ""},
                {"2.8", "+TPMDriverOps ops = {\n",
                 "ERROR: initializer for struct TPMDriverOps should normally "
                 "be const"},
                {"2.11", "+TPMDriverOps ops = {\n", ""},
                {"6.2", "+TypeInfo info = {\n", ""},
                {"7.0", "+TypeInfo info = {\n",
                 "ERROR: initializer for struct TypeInfo should normally be "
                 "const"}});
}

TEST(Versions, AskForBracesAtOtherPlaces)
{
    std::string of_while = "+    while (a)\n+        b();\n";
    std::string long_body = "+    if (a)\n+        b(c,\n+          d);\n";
    std::string arms = "braces {} are necessary for all arms of this "
                       "statement";
    ExpectSaid({{"2.11", of_while,
                 "ERROR: braces {} are necessary even for single statement "
                 "blocks"},
                {"2.12", of_while, "ERROR: " + arms},
                {"2.6", long_body, "WARNING: " + arms},
                {"2.12", long_body, ""}});
}

TEST(Versions, LearntWhichCallsReportErrors)
{
    std::string words = ": Error messages should not contain newlines";
    ExpectSaid({{"2.6", "+    error_report(\"a\\n\");\n", "WARNING" + words},
                {"2.6", "+    error_setg(e, \"a\\n\");\n", ""},
                {"2.7", "+    error_setg(e, \"a\\n\");\n", "ERROR" + words},
                {"2.9", "+    warn_report(\"a\\n\");\n", ""},
                {"2.10", "+    warn_report(\"a\\n\");\n", "ERROR" + words},
                {"3.0", "+    g_test_message(\"a\\n\");\n", ""},
                {"3.1", "+    g_test_message(\"a\\n\");\n",
                 "ERROR" + words}});
}

TEST(Versions, LookAtOtherFiles)
{
    std::string tab = "ERROR: code indent should never use tabs";
    ExpectSaid({{"2.6", "+\tx;\n", "", "scripts/a.py"},
                {"2.7", "+\tx;\n", tab, "scripts/a.py"},
                {"2.6", "+\tx;\n", "", "scripts/a.sh"},
                {"2.6", "+\tx;\n", tab, "linux-headers/a.h"},
                {"2.7", "+\tx;\n", "", "linux-headers/a.h"},
                {"6.0", "+\tx;\n", "", "hw/a.c.inc"},
                {"6.1", "+\tx;\n", tab, "hw/a.c.inc"},
                {"2.7", "+a  \n", "ERROR: trailing whitespace", "docs/a.txt"},
                {"2.8", "+a  \n", "", "docs/a.txt"}});
}

TEST(Versions, TellBlanksAndCommentsApartInOtherWays)
{
    ExpectSaid({{"3.0", "+    case 1 ... 2: [3] = 4,\n",
                 "ERROR: space prohibited before open square bracket '['; "
                 "ERROR: trailing statements should be on next line"},
                {"4.0", "+// SPDX-License-Identifier: MIT\n",
                 "ERROR: do not use C99 // comments"},
                {"4.1", "+// SPDX-License-Identifier: MIT\n", ""},
                {"9.1", "+#import <a.h>\n",
                 "ERROR: spaces required around that '<' (ctx:WxV); "
                 "ERROR: spaces required around that '>' (ctx:VxE)"},
                {"9.2", "+#import <a.h>\n", ""},
                {"4.1", "+    f(x, /* none */)\n",
                 "WARNING: Block comments use a leading /* on a separate "
                 "line"},
                {"4.2", "+    f(x, /* none */)\n", ""},
                {"7.1", "+    f(/* a */ x);\n",
                 "WARNING: Block comments use a leading /* on a separate "
                 "line"},
                {"7.2", "+    f(/* a */ x);\n", ""}});
}

TEST(Versions, BringNewRules)
{
    ExpectSaid({{"9.0", "+    s = strerrorname_np(e);\n", ""},
                {"9.1", "+    s = strerrorname_np(e);\n",
                 "ERROR: use strerror() instead of strerrorname_np()"},
                {"9.1", "+    assert(false);\n", ""},
                {"9.2", "+    assert(false);\n",
                 "ERROR: use g_assert_not_reached() instead of "
                 "assert(false)"},
                {"10.1", "+    a = DEVICE_NATIVE_ENDIAN;\n", ""},
                {"10.2", "+    a = DEVICE_NATIVE_ENDIAN;\n",
                 "ERROR: DEVICE_NATIVE_ENDIAN is not allowed, use "
                 "DEVICE_LITTLE_ENDIAN or DEVICE_BIG_ENDIAN instead"}});
}

TEST(Versions, FailForWarningsBefore27Only)
{
    StyleResult result;
    EXPECT_FALSE(IsFailure(result, 20600));
    result.warnings = 1;
    EXPECT_TRUE(IsFailure(result, 20600));
    EXPECT_FALSE(IsFailure(result, 20700));
    result.errors = 1;
    EXPECT_TRUE(IsFailure(result, 20700));
}

}  // namespace
}  // namespace laio::style
