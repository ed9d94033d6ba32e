// Patches whose runs of blanks became one, or tabs: what their authors did with
// blanks is found again.

#include <gtest/gtest.h>

#include "tools/git/text_diff.h"
#include "tools/patch/salvage.h"

namespace laio {
namespace {

using Texts = std::map<std::string, std::string>;

std::string Collapsed(const std::string &text)
{
    std::string out;
    for (char c : text) {
        bool run = c == ' ' && !out.empty() && out.back() == ' ';
        out += run ? "" : std::string(1, c);
    }
    return out;
}

std::string Replaced(std::string text, const std::string &what,
                     const std::string &by)
{
    for (std::size_t at = text.find(what); at != text.npos;
         at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

std::string EightBlanksAsTab(const std::string &text)
{
    return Replaced(text, "        ", "\t");
}

std::string TabAsEightBlanks(const std::string &text)
{
    return Replaced(text, "\t", "        ");
}

// Recovers the change of these files from a mail that was damaged like this.
std::vector<SalvagedFile> FromDamaged(
    const Texts &before, const Texts &after,
    std::string (*damage)(const std::string &) = Collapsed)
{
    std::string diff;
    for (const auto &[path, text] : after) {
        auto one = DiffTexts(before.at(path), text, path);
        EXPECT_TRUE(one);
        diff += one ? *one : "";
    }
    auto mails = DecodeMail("why\n---\n" + damage(diff), "mail");
    EXPECT_TRUE(mails);
    auto result = Salvage(mails->front(), MemoryTree(before));
    EXPECT_TRUE(result) << (result ? "" : result.error().message);
    return result ? result->files : std::vector<SalvagedFile>();
}

// The same for one file, which must be proven.
void ExpectFound(const std::string &before, const std::string &after,
                 std::string (*damage)(const std::string &) = Collapsed)
{
    auto files = FromDamaged({{"a.c", before}}, {{"a.c", after}}, damage);
    ASSERT_EQ(files.size(), 1u);
    EXPECT_EQ(files[0].grade, Grade::kExact) << files[0].reason;
    EXPECT_EQ(files[0].after, after);
}

const std::string kCode = "int f(int a)\n{\n    if (a) {\n        g(a);\n"
                          "    }\n    return a;\n}\n";

TEST(SalvageLayout, LinesThatMoveAreAsTheyWere)
{
    ExpectFound("int a   =  1;\n" + kCode, kCode + "int a   =  1;\n");
}

TEST(SalvageLayout, LinesMoveFromOneFileToAnother)
{
    std::string line = "int a   =  1;\n";
    auto files = FromDamaged({{"a.c", kCode}, {"b.c", line + kCode}},
                               {{"a.c", kCode + line}, {"b.c", kCode}});
    ASSERT_EQ(files.size(), 2u);
    EXPECT_EQ(files[0].grade, Grade::kExact) << files[0].reason;
    EXPECT_EQ(files[0].after, kCode + line);
}

TEST(SalvageLayout, OneLineIsAlignedWithTheLineAboveIt)
{
    std::string row = "    long_name = 1;\n";
    ExpectFound("{\n" + row + "}\n" + kCode,
                "{\n" + row + "    b         = f(1, 2, 3);\n}\n" + kCode);
}

TEST(SalvageLayout, StatementsGoOnUnderTheirOperand)
{
    ExpectFound(kCode, "int h(int a)\n{\n    return a |\n           2 |\n"
                       "           4;\n}\n" + kCode);
}

TEST(SalvageLayout, ArgumentsStayWhereAnOtherNameHadThem)
{
    ExpectFound(kCode, "int h(int a)\n{\n    call(a, 3,\n             2,\n"
                       "             4);\n}\n" + kCode);
}

TEST(SalvageLayout, ArgumentsHangTwoLevels)
{
    ExpectFound(kCode, "int h(int a)\n{\n    call(a, 3,\n            2);\n"
                       "    call(4,\n            5);\n}\n" + kCode);
}

TEST(SalvageLayout, BackslashesOfAMacroAreInOneColumn)
{
    ExpectFound(kCode, "#define F(x)   \\\n    do {       \\\n"
                       "        g(x);  \\\n    } while (0)\n" + kCode);
}

TEST(SalvageLayout, TwoLinesOfABlockDifferFromItsStyle)
{
    ExpectFound(kCode, "/*\n * One.  Two.\n * Three. Four. Five.  Six.\n"
                       " */\n" + kCode);
}

TEST(SalvageLayout, TabsAreTurnedBackThoughNoKnownLineShowsThem)
{
    ExpectFound(kCode, "int h(void)\n{\n    if (x) {\n        y(\"  \");\n"
                       "    }\n}\n" + kCode, EightBlanksAsTab);
}

TEST(SalvageLayout, ABlockOfBlanksStaysInAFileOfTabs)
{
    std::string code = "int f(int a)\n{\n\tint b;\n\tint c;\n\tint d;\n}\n";
    std::string more = "        int e;\n        int g;\n";
    ExpectFound(code, Replaced(code, "\tint d;\n", "\tint d;\n" + more),
                TabAsEightBlanks);
}

}  // namespace
}  // namespace laio
