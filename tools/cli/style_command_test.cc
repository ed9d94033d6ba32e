// laio style in a checkout: what is staged, the hook, the patch before.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tools/cli/command_testing.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

class StyleCommandTest : public CommandTest {
 protected:
    StyleCommandTest()
    {
        Git({"init", "-q", "-b", "main"});
        // laio asks git who writes the patch of --prep.
        Git({"config", "user.name", "A Developer"});
        Git({"config", "user.email", "dev@example.org"});
        Put("block/a.c", "void f(void)\n{\n\told(1,2);\n\tkept(1,2);\n}\n");
        Git({"add", "."});
        Git({"commit", "-q", "-m", "a"});
    }

    void Stage(const std::string &text)
    {
        Put("block/b.c", text);
        Git({"add", "block/b.c"});
    }
};

TEST_F(StyleCommandTest, StagedChangesAreCheckedWithoutASignOff)
{
    Stage("int a;\nint *b = (int*)c;\n");
    ProcessResult found = Style({"--staged", "--quickfix"});
    EXPECT_EQ(found.exit_status, 1);
    EXPECT_EQ(found.out,
              "block/b.c:2:14: ERROR: \"(foo*)\" should be \"(foo *)\" "
              "[pointer-cast-spacing]\n");
    Stage("int a;\n");
    EXPECT_EQ(Style({"--staged"}).exit_status, 0);
}

TEST_F(StyleCommandTest, StagedChangesCanBeShownMended)
{
    Stage("int *b = (int*)c;\n");
    ProcessResult fixed = Style({"--staged", "--fix"});
    EXPECT_EQ(fixed.exit_status, 0);
    EXPECT_TRUE(Has(fixed.out, "\n+int *b = (int *)c;\n"));
}

TEST_F(StyleCommandTest, NothingStagedIsClean)
{
    ProcessResult clean = Style({"--staged"});
    EXPECT_EQ(clean.exit_status, 0);
    EXPECT_EQ(clean.out, "no findings\n");
}

TEST_F(StyleCommandTest, StagedChangesWithoutLinesAreClean)
{
    Git({"update-index", "--chmod=+x", "block/a.c"});
    ProcessResult clean = Style({"--staged"});
    EXPECT_EQ(clean.exit_status, 0) << clean.err;
    EXPECT_EQ(clean.out, "no findings\n");
    ProcessResult fixed = Style({"--staged", "--fix"});
    EXPECT_EQ(fixed.exit_status, 0) << fixed.err;
    EXPECT_TRUE(Has(fixed.out, "\nnew mode 100755\n"));
}

TEST_F(StyleCommandTest, TextsGoToStdoutWhereTheirFileIsADash)
{
    Stage("int *b = (int*)c;\n");
    EXPECT_EQ(Style({"--staged", "--fix", "-o", "-"}).out,
              Style({"--staged", "--fix"}).out);
    ProcessResult sarif = Style({"--staged", "--sarif", "-"});
    EXPECT_TRUE(nlohmann::json::accept(sarif.out)) << sarif.out;
}

TEST_F(StyleCommandTest, RangeIsMendedAsASeriesThatGitAmTakes)
{
    for (const char *text : {"int *b = (int*)c;\n",
                             "int *b = (int*)c;\nint *d = (int*)e;\n"}) {
        Stage(text);
        Git({"commit", "-q", "-s", "-m", "b"});
    }
    ProcessResult mended = Style({"--fix", "HEAD~2..HEAD"});
    EXPECT_EQ(mended.exit_status, 1) << mended.err;
    Put("mended.mbox", mended.out);
    Git({"reset", "-q", "--hard", "HEAD~2"});
    Git({"am", "-q", "mended.mbox"});
    EXPECT_EQ(Read("block/b.c"), "int *b = (int*)c;\nint *d = (int *)e;\n");
    EXPECT_EQ(Style({"--fix", "-i", "HEAD~..HEAD"}).exit_status, 2);
}

TEST_F(StyleCommandTest, StagedFromElsewhereTakesTheTree)
{
    Stage("\tint a;\n");
    ProcessResult found =
        Run({"env", "-C", "/", laio_, "style", "--staged", "--terse",
             "--tree", folder_.string()});
    EXPECT_EQ(found.exit_status, 1);
    EXPECT_TRUE(Has(found.out, "code indent should never use tabs"));
}

TEST_F(StyleCommandTest, TheHookStopsACommitAndLetsTheMendedOnePass)
{
    ProcessResult installed = Style({"--install-hook"});
    EXPECT_EQ(installed.exit_status, 0) << installed.err;
    EXPECT_TRUE(Has(installed.out, "pre-commit"));
    Stage("\tint a;\n");
    ProcessResult stopped = TryGit({"commit", "-q", "-m", "b"});
    EXPECT_NE(stopped.exit_status, 0);
    EXPECT_TRUE(Has(stopped.out + stopped.err, "never use tabs"));
    Stage("int a;\n");
    Git({"commit", "-q", "-m", "b"});
}

TEST_F(StyleCommandTest, TheHookGoesWhereGitLooksForIt)
{
    Git({"config", "core.hooksPath", "my hooks"});
    EXPECT_EQ(Style({"--install-hook"}).exit_status, 0);
    EXPECT_TRUE(fs::exists(folder_ / "my hooks" / "pre-commit"));
    EXPECT_EQ(Style({"--install-hook"}).exit_status, 0) << "renewed";
}

TEST_F(StyleCommandTest, AHookOfAnotherHandStays)
{
    Put(".git/hooks/pre-commit", "#!/bin/sh\nexit 0\n");
    ProcessResult refused = Style({"--install-hook"});
    EXPECT_EQ(refused.exit_status, 2);
    EXPECT_TRUE(Has(refused.err, "laio style --staged || exit 1"));
    EXPECT_EQ(Read(".git/hooks/pre-commit"), "#!/bin/sh\nexit 0\n");
}

TEST_F(StyleCommandTest, PrepCleansWhatThePatchTakesAwayAndGitAppliesIt)
{
    Put("block/a.c", "void f(void)\n{\n\tkept(1,2);\n}\n");
    Put("p.patch", Git({"diff"}));
    Git({"checkout", "-q", "--", "."});
    ProcessResult prep = Style({"--prep", "-o", "prep.patch", "p.patch"});
    EXPECT_EQ(prep.exit_status, 0) << prep.err;
    Git({"am", "prep.patch"});
    EXPECT_EQ(Read("block/a.c"),
              "void f(void)\n{\n        old(1, 2);\n\tkept(1,2);\n}\n");
}

TEST_F(StyleCommandTest, PrepOfAPatchForAnotherVersionSaysSo)
{
    Put("p.patch",
        "--- a/block/none.c\n+++ b/block/none.c\n@@ -1 +0,0 @@\n-\tx;\n");
    ProcessResult refused = Style({"--prep", "p.patch"});
    EXPECT_EQ(refused.exit_status, 3);
    EXPECT_TRUE(Has(refused.err, "block/none.c"));
    EXPECT_TRUE(Has(refused.err, "--base"));
}

// Without a sandbox of its own inside that of the test.
TEST_F(StyleCommandTest, BracesStayWhenTheObjectStays)
{
    Put("block/c.c",
        "int f(int a)\n{\n    if (a)\n        return __LINE__;\n"
        "    return 0;\n}\n");
    ProcessResult file =
        Style({"--fix", "--no-sandbox", "-f", "block/c.c"});
    EXPECT_EQ(file.exit_status, 0) << file.err;
    EXPECT_TRUE(Has(file.out, "if (a) {"));
    EXPECT_TRUE(Has(file.err, "compiled objects did not: 1 input")) << file.err;
    Git({"add", "block/c.c"});
    ProcessResult staged = Style({"--fix", "--no-sandbox", "--staged"});
    EXPECT_TRUE(Has(staged.out, "+    if (a) {\n"));
    EXPECT_TRUE(Has(staged.err, "compiled objects did not: 1 input"))
        << staged.err;
}

TEST_F(StyleCommandTest, ObjectsThatCannotBeComparedAreTold)
{
    Put("d.c", "#include \"none.h\"\nvoid f(void)\n{\n    if (a)\n"
               "        b();\n}\n");
    ProcessResult fixed = Style({"--fix", "--no-sandbox", "-f", "d.c"});
    EXPECT_TRUE(Has(fixed.out, "if (a) {"));
    EXPECT_TRUE(Has(fixed.err, "d.c: it does not compile by itself"))
        << fixed.err;
}

TEST_F(StyleCommandTest, ModesThatDoNotFitAreRefused)
{
    for (const std::vector<std::string> &arguments :
         std::vector<std::vector<std::string>>{
             {"--staged", "x.patch"},
             {"--staged", "--prep"},
             {"--staged", "--fix", "-i"},
             {"--install-hook", "--fix"},
             {"--prep", "HEAD~1..HEAD"},
             {"--quickfix", "--terse", "x.patch"},
             {"--base", "HEAD", "x.patch"}}) {
        ProcessResult refused = Style(arguments);
        EXPECT_EQ(refused.exit_status, 2) << arguments[0];
        EXPECT_FALSE(refused.err.empty()) << arguments[0];
    }
}

}  // namespace
}  // namespace laio
