#include <gtest/gtest.h>

#include <random>

#include "tools/style/rule_testing.h"
#include "tools/style/style.h"
#include "tools/style/tokens.h"

namespace laio::style {
namespace {

std::vector<std::string_view> LinesOf(const std::string &text)
{
    std::vector<std::string_view> lines;
    std::string_view rest = text;
    while (!rest.empty()) {
        size_t end = rest.find('\n');
        lines.push_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    return lines;
}

// The text with only lines that start with one of the markers.
std::string Only(const std::string &text, std::string_view markers)
{
    std::string kept;
    for (std::string_view line : LinesOf(text)) {
        if (markers.find(line[0]) != markers.npos) {
            kept += std::string(line) + "\n";
        }
    }
    return kept;
}

// Whether the header counts what the only hunk of the patch holds.
void ExpectCountsHold(const std::string &patch)
{
    EXPECT_EQ(patch, PatchOf(HunkOf(patch)));
}

TEST(Fix, MendsFaultsThatMeetOnOneLine)
{
    FixResult fixed =
        FixPatch(PatchOf("+\tif(a)  \n+\t\treturn(b);\t\n"), "x.patch");
    EXPECT_EQ(HunkOf(fixed.text), "+        if (a) {\n"
                                  "+                return b;\n"
                                  "+        }\n");
    EXPECT_TRUE(fixed.after.clean());
    EXPECT_EQ(fixed.before.findings.size(), 7u);
}

TEST(Fix, LeavesLinesThatALaterPatchShows)
{
    std::string first = PatchOf("+int *p = (int*)q;\n+int *r = (int*)s;\n");
    std::string second = PatchOf(" int *p = (int*)q;\n+int *t = (int*)u;\n");
    FixResult fixed = FixPatch(first + second, "x.mbox");
    EXPECT_EQ(fixed.text,
              PatchOf("+int *p = (int*)q;\n+int *r = (int *)s;\n") +
                  PatchOf(" int *p = (int*)q;\n+int *t = (int *)u;\n"));
    ASSERT_EQ(fixed.dropped.size(), 1u);
    EXPECT_EQ(fixed.dropped[0].why, "a later patch builds on the line");
}

TEST(Fix, LeavesLinesThatAPatchBehindTheTextBuildsOn)
{
    StyleOptions options;
    options.is_built_on = [](std::string_view, std::string_view line) {
        return line == "int *p = (int*)q;";
    };
    FixResult fixed = FixPatch(
        PatchOf("+int *p = (int*)q;\n+int *r = (int*)s;\n"), "x.patch",
        options);
    EXPECT_EQ(HunkOf(fixed.text),
              "+int *p = (int*)q;\n+int *r = (int *)s;\n");
}

TEST(Fix, LeavesTheMessageAndOldLinesAlone)
{
    std::string message = "Subject: x  \n\n\tif(a)  // b\n"
                          "Signed-off-by: A <a@example.org>\n---\n";
    std::string hunk = " \told;  \n-\tgone;  \n+\tnew;\n";
    std::string diff = PatchOf(hunk).substr(PatchOf(hunk).find("--- a/"));
    FixResult fixed = FixPatch(message + diff, "x.patch");
    EXPECT_EQ(fixed.text.substr(0, message.size()), message);
    EXPECT_EQ(HunkOf(fixed.text), " \told;  \n-\tgone;  \n+        new;\n");
}

TEST(Fix, MovesTheHunksBelowOneThatGrew)
{
    FixResult fixed = FixPatch("Signed-off-by: A\n"
                               "---\n"
                               " a.c | 3 +++\n"
                               " 1 file changed, 3 insertions(+)\n"
                               "\n"
                               "diff --git a/a.c b/a.c\n"
                               "--- a/a.c\n"
                               "+++ b/a.c\n"
                               "@@ -1 +1,3 @@\n"
                               " x;\n"
                               "+    if (a)\n"
                               "+        b;\n"
                               "@@ -9 +11,2 @@ f\n"
                               " y;\n"
                               "+z;\n",
                               "x.patch");
    EXPECT_NE(fixed.text.find("@@ -1 +1,4 @@\n"), std::string::npos);
    EXPECT_NE(fixed.text.find("@@ -9 +12,2 @@ f\n"), std::string::npos);
    EXPECT_NE(fixed.text.find(" a.c | 4 ++++\n"), std::string::npos);
    EXPECT_NE(fixed.text.find("4 insertions(+)"), std::string::npos);
}

TEST(Fix, IsTakenBackWhenItBringsAnotherFault)
{
    std::string full = "+x[" + std::string(74, 'a') + "<b];\n";
    FixResult fixed = FixPatch(PatchOf(full), "x.patch");
    EXPECT_EQ(fixed.text, PatchOf(full));
    ASSERT_EQ(fixed.dropped.size(), 1u);
    EXPECT_EQ(fixed.dropped[0].rule, "spaces-around-operator");
    EXPECT_NE(fixed.dropped[0].why.find("line-over-80"), std::string::npos);
}

TEST(Fix, IsTakenBackWhenItChangesATokenButNotItsNeighbours)
{
    FixResult fixed =
        FixPatch(PatchOf("+\ta;\n+x = \"\t\";\n+\tb;\n"), "x.patch");
    EXPECT_EQ(HunkOf(fixed.text),
              "+        a;\n+x = \"\t\";\n+        b;\n");
    ASSERT_EQ(fixed.dropped.size(), 1u);
    EXPECT_EQ(fixed.dropped[0].line, 2);
}

TEST(Fix, WorksOnWholeFiles)
{
    FixResult fixed = FixFile("int a;\n\tint *b = (int*)c; // d", "block/a.c");
    EXPECT_EQ(fixed.text,
              "int a;\n        int *b = (int *)c; /* d */\n");
    EXPECT_TRUE(fixed.after.clean());
}

TEST(Fix, ReturnsAnythingElseAsItIs)
{
    for (const char *text : {"", "x", "no patch\n", "@@ -1 +1 @@\n"}) {
        EXPECT_EQ(FixPatch(text, "x").text, text);
    }
}

TEST(Fix, TakesOldLinesThatLostTheirMarker)
{
    std::string patch = PatchOf("+    /* a\n \n+       b */\n+    if (c)\n"
                                " \n+        d;\n");
    while (patch.find("\n \n") != patch.npos) {
        patch.erase(patch.find("\n \n") + 1, 1);
    }
    FixResult fixed = FixPatch(patch, "x.patch");
    EXPECT_EQ(fixed.before.findings.size(), 3u);
    EXPECT_EQ(FixPatch(fixed.text, "x.patch").text, fixed.text);
}

// A hunk of lines drawn from those that trip rules and each other.
std::string RandomHunk(std::mt19937 &random)
{
    static const char *const kLines[] = {
        "+    if (a)\n",       "+        b();\n",     "+    else\n",
        "+    } else\n",       "+    return (a);  \n", "+\treturn(b);\n",
        "+    /* one\n",       "+     * two */\n",    "+       three */\n",
        "+     */\n",          "+    /*\n",           "+    x; // four\n",
        "+    c = (foo*)d;\n", "+    foo* e;\n",      "+    f(a,b);\n",
        "+    while(a)\n",     "+#if A\n",            "+#else\n",
        "+#endif\n",           "+#define A(a) \\\n",  "+    s = \"\t\";\n",
        "+}\n",                "+{\n",                "+\n",
        " old;\n",             "      * old */\n",    "-\tgone\n",
        "+    smp_mb();\n",    "+    don't\n",        "+    /* five */ g;\n"};
    std::uniform_int_distribution<size_t> pick(0, std::size(kLines) - 1);
    std::string hunk;
    for (int i = 0; i < 12; ++i) {
        hunk += kLines[pick(random)];
    }
    return hunk;
}

std::string PostImage(const std::string &patch)
{
    std::string text;
    std::string lines = Only(HunkOf(patch), "+ ");
    for (std::string_view line : LinesOf(lines)) {
        text += std::string(line.substr(1)) + "\n";
    }
    return text;
}

// Braces and parentheses are what fixes may bring or take.
std::vector<std::string> ProgramOf(const std::string &text)
{
    std::vector<std::string> program;
    for (std::string &token : Tokenize(LinesOf(text), false).tokens) {
        if (token.find_first_of("(){}") == token.npos) {
            program.push_back(std::move(token));
        }
    }
    return program;
}

TEST(Fix, HoldsItsPromisesOnWhateverComesItsWay)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        std::string patch = PatchOf(RandomHunk(random));
        FixResult fixed = FixPatch(patch, "x.patch");
        ExpectCountsHold(fixed.text);
        EXPECT_EQ(Only(HunkOf(fixed.text), " -"), Only(HunkOf(patch), " -"));
        EXPECT_LE(fixed.after.findings.size(), fixed.before.findings.size());
        EXPECT_EQ(FixPatch(fixed.text, "x.patch").text, fixed.text);
        EXPECT_EQ(ToTerse(CheckPatch(fixed.text, "x.patch")),
                  ToTerse(fixed.after));
    }
}

TEST(Fix, KeepsTheProgramOfWholeHunks)
{
    std::string hunk = "+void f(void)\n+{\n+\tif(a) /* one\n"
                       "+\t\t\ttwo */\n+\t\tb(c,d);\n+\telse\n"
                       "+\t\treturn (e);\n+\t// three\n+\tif (g)\n"
                       "+\t\th = (foo*)i;\n+}\n";
    FixResult fixed = FixPatch(PatchOf(hunk), "x.patch");
    EXPECT_GT(fixed.applied, 10);
    EXPECT_EQ(ProgramOf(PostImage(fixed.text)),
              ProgramOf(PostImage(PatchOf(hunk))));
}

}  // namespace
}  // namespace laio::style
