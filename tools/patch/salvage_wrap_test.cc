// Lines that a mailer broke, quoted ones and others.

#include <gtest/gtest.h>

#include "tools/patch/salvage.h"

namespace laio {
namespace {

SalvagedFile FromHunk(const std::string &before, const std::string &after,
                      const std::string &mark, const std::string &hunk)
{
    Mail mail;
    mail.body = mark + "diff --git a/a.c b/a.c\n" + mark + "index " +
                BlobId(before).substr(0, 7) + ".." +
                BlobId(after).substr(0, 7) + " 100644\n" + mark +
                "--- a/a.c\n" + mark + "+++ b/a.c\n" + hunk;
    auto result = Salvage(mail, MemoryTree({{"a.c", before}}));
    EXPECT_TRUE(result) << (result ? "" : result.error().message);
    return result ? result->files.at(0) : SalvagedFile();
}

TEST(SalvageWrap, KeepsTheBlanksAroundALineEndThatAMailerPutIn)
{
    std::string before = "#define A(x)     \\\n    f(x)\n";
    std::string after = "#define A(x)     \\\n    g(x);        \\\n    f(x)\n";
    for (const char *wrapped : {"+    g(x);       \n\\\n",
                                "+    g(x);     \n  \\\n"}) {
        SalvagedFile file = FromHunk(
            before, after, "",
            std::string("@@ -1,2 +1,3 @@\n #define A(x)     \\\n") + wrapped +
                "     f(x)\n");
        EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
        EXPECT_EQ(file.after, after);
        EXPECT_EQ(file.candidates, 1u);
    }
}

TEST(SalvageWrap, TakesNoBarOfTheCodeForAQuoteMark)
{
    std::string after = "int a = b | c;\nint c;\n";
    SalvagedFile file = FromHunk(
        "int a;\nint c;\n", after, "> ",
        "> @@ -1,2 +1,2 @@\n> -int a;\n> +int a = b\n| c;\n>  int c;\n");
    EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
    EXPECT_EQ(file.after, after);
}

// Each of them may be the rest of the line above it.
TEST(SalvageWrap, TellsManyTightRemarksFromTheRestsOfLines)
{
    std::string before = "int a;\nint z;\n";
    std::string after = "int a;\n";
    std::string hunk = "> @@ -1,2 +1,12 @@\n>  int a;\n";
    for (char name = 'b'; name < 'l'; name++) {
        std::string line = std::string("int ") + name + ";\n";
        after += line;
        hunk += "> +" + line + "OK.\n";
    }
    after += "int z;\n";
    SalvagedFile file = FromHunk(before, after, "> ", hunk + ">  int z;\n");
    EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
    EXPECT_EQ(file.after, after);
}

TEST(SalvageWrap, IsMeasuredByLinesThatCouldHaveBeenBroken)
{
    std::string rule = "/*" + std::string(90, '*') + "*/\n";
    std::string line = "/* so many words that they do not fit */\n";
    std::string before = "int a;\n" + rule + "int z;\n";
    std::string after = "int a;\n" + rule + line + line + line + line +
                        "int z;\n";
    std::string broken = "> +/* so many words that they do not\nfit */\n";
    SalvagedFile file = FromHunk(before, after, "> ",
                                 "> @@ -1,3 +1,7 @@\n>  int a;\n>  " + rule +
                                     broken + broken + broken + broken +
                                     ">  int z;\n");
    EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
    EXPECT_EQ(file.after, after);
    EXPECT_EQ(file.candidates, 1u);
}

}  // namespace
}  // namespace laio
