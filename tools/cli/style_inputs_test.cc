// laio style on one input and on many, and by which program.

#include <gtest/gtest.h>

#include "tools/cli/command_testing.h"

namespace laio {
namespace {

std::string PatchOf(const std::string &path, const std::string &line)
{
    return "Signed-off-by: A <a@example.org>\n---\n--- a/" + path +
           "\n+++ b/" + path + "\n@@ -0,0 +1 @@\n+" + line + "\n";
}

class StyleInputsTest : public CommandTest {
 protected:
    StyleInputsTest()
    {
        Put("tree/b.c", "int b=1;\n");
        Put("tree/a.c", "int a;\n");
        Put("tree/sub/z.h", "\tint z;\n");
        Put("tree/empty.c", "");
        Put("tree/notes.txt", "\tno source\n");
        Put("tree/.git/x.c", "int hidden=1;\n");
        Put("1.patch", PatchOf("one.c", "int b=1;"));
        Put("2.patch", PatchOf("two.c", "int b = 1;"));
        Put("3.patch", PatchOf("three.c", "f( 1);"));
    }
};

TEST_F(StyleInputsTest, AFolderIsItsSourcesByName)
{
    ProcessResult found = Style({"-f", "--terse", "tree"});
    EXPECT_EQ(found.exit_status, 1);
    EXPECT_EQ(found.out,
              "tree/b.c:1: ERROR: spaces required around that '=' "
              "(ctx:VxV)\n"
              "tree/sub/z.h:1: ERROR: code indent should never use tabs\n");
}

TEST_F(StyleInputsTest, AFolderWithoutSourcesAndOneWithoutTheOptionAreTold)
{
    Put("empty/notes.txt", "x");
    EXPECT_EQ(Style({"-f", "empty"}).exit_status, 3);
    ProcessResult refused = Style({"tree"});
    EXPECT_EQ(refused.exit_status, 3);
    EXPECT_TRUE(Has(refused.err, "directory"));
}

TEST_F(StyleInputsTest, OutputIsInTheOrderOfTheInputsForAnyNumberOfJobs)
{
    std::vector<std::string> names{"--terse"};
    for (int i = 0; i < 60; ++i) {
        names.push_back(i % 2 ? "1.patch" : "3.patch");
    }
    ProcessResult one = Style(names);
    for (const char *jobs : {"1", "2", "9"}) {
        std::vector<std::string> arguments = names;
        arguments.insert(arguments.end(), {"--jobs", jobs});
        ProcessResult many = Style(arguments);
        EXPECT_EQ(many.out, one.out) << jobs;
        EXPECT_EQ(many.exit_status, 1);
    }
    EXPECT_EQ(one.out.rfind("3.patch:6: ERROR", 0), 0u) << one.out;
}

TEST_F(StyleInputsTest, ManyPatchesAreNamedAndCountedOnce)
{
    ProcessResult found = Style({"1.patch", "2.patch", "3.patch"});
    EXPECT_EQ(found.exit_status, 1);
    EXPECT_TRUE(Has(found.out, "1.patch\none.c:1: ERROR"));
    EXPECT_FALSE(Has(found.out, "2.patch"));
    EXPECT_TRUE(Has(found.out, "3.patch\nthree.c:1: ERROR"));
    EXPECT_TRUE(Has(found.out, "\n2 errors, 0 warnings; --fix can mend 2\n"));
    EXPECT_EQ(found.out.find("errors,"), found.out.rfind("errors,"));
}

TEST_F(StyleInputsTest, JsonOfManyIsOneValueThatNamesTheSources)
{
    ProcessResult found = Style({"--json", "1.patch", "3.patch"});
    EXPECT_TRUE(Has(found.out, "\"source\": \"1.patch\""));
    EXPECT_TRUE(Has(found.out, "\"source\": \"3.patch\""));
    EXPECT_TRUE(Has(found.out, "\"errors\": 2"));
}

TEST_F(StyleInputsTest, OneThatCannotBeReadCostsTheOthersNothing)
{
    ProcessResult found = Style({"--terse", "1.patch", "none", "3.patch"});
    EXPECT_EQ(found.exit_status, 3);
    EXPECT_TRUE(Has(found.err, "cannot read none"));
    EXPECT_TRUE(Has(found.out, "1.patch:6"));
    EXPECT_TRUE(Has(found.out, "3.patch:6"));
}

TEST_F(StyleInputsTest, LinesThatALaterPatchOfManyShowsStayAsTheyAre)
{
    std::string first = PatchOf("one.c", "int b=1;");
    std::string diff = "--- a/one.c\n+++ b/one.c\n@@ -1,1 +1,2 @@\n"
                       " int b=1;\n+int c=1;\n";
    Put("1.patch", first);
    Put("2.patch", first.substr(0, first.find("--- a/")) + diff);
    ProcessResult mended = Style({"--fix", "-i", "1.patch", "2.patch"});
    EXPECT_TRUE(Has(mended.err, "a later patch builds on the line"));
    EXPECT_EQ(Read("1.patch"), first);
    EXPECT_TRUE(Has(Read("2.patch"), "+int c = 1;\n"));
}

TEST_F(StyleInputsTest, ManyAreMendedInPlaceAndNowhereElse)
{
    EXPECT_EQ(Style({"--fix", "1.patch", "3.patch"}).exit_status, 2);
    ProcessResult mended =
        Style({"--fix", "-i", "1.patch", "2.patch", "3.patch"});
    EXPECT_EQ(mended.exit_status, 0) << mended.err;
    EXPECT_TRUE(Has(mended.err, "2 mended; 0 remain"));
    EXPECT_EQ(Read("1.patch"), PatchOf("one.c", "int b = 1;"));
    EXPECT_EQ(Read("3.patch"), PatchOf("three.c", "f(1);"));
    EXPECT_EQ(Style({"-f", "--fix", "-i", "tree"}).exit_status, 0);
    EXPECT_EQ(Read("tree/b.c"), "int b = 1;\n");
    EXPECT_EQ(Read("tree/sub/z.h"), "        int z;\n");
    EXPECT_EQ(Read("tree/.git/x.c"), "int hidden=1;\n");
}

TEST_F(StyleInputsTest, TerseFailsWhereTheScriptOfTheVersionDoes)
{
    Put("long.patch", PatchOf("a.c", std::string(84, 'x') + ";"));
    EXPECT_EQ(Style({"--terse", "long.patch"}).exit_status, 0);
    EXPECT_EQ(Style({"--terse", "--rules", "2.6", "long.patch"}).exit_status,
              1);
    EXPECT_EQ(Style({"long.patch"}).exit_status, 1);
}

TEST_F(StyleInputsTest, VersionsWithoutKnownRulesAreRefused)
{
    for (const char *version : {"2.5", "11.1", "x"}) {
        ProcessResult refused = Style({"--rules", version, "1.patch"});
        EXPECT_EQ(refused.exit_status, 2) << version;
        EXPECT_TRUE(Has(refused.err, "2.6 to 11")) << refused.err;
    }
}

// The small program and the full one, told the same.
TEST_F(StyleInputsTest, BothProgramsSayTheSame)
{
    std::string full = Runfile("tools/cli/laio-full");
    Put("braces.c", "void f(void)\n{\n    if (a)\n        b();\n}\n");
    for (const std::vector<std::string> &arguments :
         std::vector<std::vector<std::string>>{
             {"1.patch"},
             {"--terse", "1.patch", "2.patch"},
             {"--json", "3.patch"},
             {"--quickfix", "-"},
             {"--fix", "1.patch"},
             {"--fix", "-f", "braces.c"},
             {"--fix", "-"},
             {"-f", "tree"},
             {"--explain", "code-indent-tabs"},
             {"--explain", "no-such-rule"},
             {"--help"},
             {"--no-such-option"},
             {"--color", "sometimes"},
             {"--jobs", "x", "1.patch"},
             {"--rules", "x", "1.patch"},
             {"--rules=2.6", "1.patch"},
             {"--staged"},
             {"HEAD~1..HEAD"},
             {"--", "1.patch"},
             {"none"}}) {
        std::vector<std::string> small_argv{laio_, "style"};
        std::vector<std::string> full_argv{full, "style"};
        small_argv.insert(small_argv.end(), arguments.begin(),
                          arguments.end());
        full_argv.insert(full_argv.end(), arguments.begin(), arguments.end());
        std::string input = PatchOf("stdin.c", "g( 2);");
        ProcessResult by_small = Run(small_argv, input);
        ProcessResult by_full = Run(full_argv, input);
        EXPECT_EQ(by_small.out, by_full.out) << arguments[0];
        EXPECT_EQ(by_small.err, by_full.err) << arguments[0];
        EXPECT_EQ(by_small.exit_status, by_full.exit_status) << arguments[0];
    }
}

TEST_F(StyleInputsTest, ResultThatCannotBeWrittenIsAFailure)
{
    for (const std::string &program :
         {laio_, Runfile("tools/cli/laio-full")}) {
        ProcessResult full =
            Run({"sh", "-c", "\"$0\" style --terse 1.patch >/dev/full",
                 program});
        EXPECT_EQ(full.exit_status, 4);
        EXPECT_EQ(full.err, "laio: cannot write the result: No space left on "
                            "device\n");
    }
}

TEST_F(StyleInputsTest, EverythingElseIsHandedOver)
{
    ProcessResult help = Run({laio_, "--help"});
    EXPECT_EQ(help.exit_status, 0);
    EXPECT_TRUE(Has(help.out, "salvage"));
    EXPECT_EQ(Run({laio_}).exit_status, 2);
    EXPECT_EQ(Run({laio_, "salvage", "none"}).exit_status, 3);
}

}  // namespace
}  // namespace laio
