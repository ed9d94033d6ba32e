// What each shell is told; tools/cli/completion_test.sh asks a real one.

#include "tools/manual/completion.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

class CompletionTest : public testing::Test {
 protected:
    CompletionTest()
    {
        Command cut{"cut", "Cut wood; with saws"};
        cut.Add("-o,--output DIR", &text_, "Where it goes [a folder]");
        cut.Add("--mode MODE", &text_, "Which way").OneOf({"along", "across"});
        cut.Add("--wet", &flag_, "Even if it rains");
        cut.Add("PATCH", &text_, "What to cut");
        program_.commands.push_back(cut);
    }

    bool flag_ = false;
    std::string text_;
    Command program_{"forest", "All about trees."};
};

bool Has(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

TEST_F(CompletionTest, AValueIsOfTheKindThatItsNameSays)
{
    auto kind = [&](const std::string &spelling) {
        Command command{"x", ""};
        return KindOfValue(command.Add(spelling, &text_, ""));
    };
    EXPECT_EQ(kind("--junit FILE"), ValueKind::kFiles);
    EXPECT_EQ(kind("MAIL"), ValueKind::kFiles);
    EXPECT_EQ(kind("--tree DIR"), ValueKind::kFolders);
    EXPECT_EQ(kind("--qd N"), ValueKind::kOther);
    EXPECT_EQ(KindOfValue(program_.commands[0].options[2]), ValueKind::kNone);
}

TEST_F(CompletionTest, ZshIsGivenASpecificationOfEachOption)
{
    std::string text = ZshCompletion(program_);

    EXPECT_TRUE(text.starts_with("#compdef forest\n"));
    EXPECT_TRUE(Has(text, "'cut:Cut wood'")) << text;
    EXPECT_TRUE(Has(text, "'--output[Where it goes \\[a folder\\]]:DIR:"
                          "_files -/'"))
        << text;
    EXPECT_TRUE(Has(text, "'--mode[Which way]:MODE:(along across)'")) << text;
    EXPECT_TRUE(Has(text, "'1:PATCH:_files'")) << text;
}

TEST_F(CompletionTest, FishIsGivenALineForEachOption)
{
    std::string text = FishCompletion(program_);

    EXPECT_TRUE(Has(text, "-n \"__fish_seen_subcommand_from cut\" -s o "
                          "-l output -x"))
        << text;
    EXPECT_TRUE(Has(text, "-l mode -x -a \"along across\"")) << text;
    EXPECT_TRUE(Has(text, "-l wet -d \"Even if it rains\"")) << text;
}

TEST_F(CompletionTest, BashIsGivenOneCaseForEachCommand)
{
    std::string text = BashCompletion(program_);

    EXPECT_TRUE(Has(text, "    cut)\n")) << text;
    EXPECT_TRUE(Has(text, "-o | --output) paths=-d ;;")) << text;
    EXPECT_TRUE(Has(text, "words='-o --output --mode --wet --help'")) << text;
}

}  // namespace
}  // namespace laio
