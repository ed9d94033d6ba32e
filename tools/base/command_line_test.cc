#include "tools/base/command_line.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

struct Told {
    bool loud = false;
    bool soft = false;
    std::string how = "plain";
    int count = 3;
    uint64_t bytes = 0;
    unsigned time_ms = 0;
    double share = 0.5;
    std::vector<int> depths = {1, 2};
    std::vector<std::string> files;
};

// A program with one command, `play`, and what it was told.
class CommandLineTest : public testing::Test {
 protected:
    CommandLineTest()
    {
        Command play{"play", "Plays"};
        play.Add("--loud", &told_.loud, "aloud");
        play.Add("--soft", &told_.soft, "softly").Excludes({"--loud"});
        play.Add("-w,--how WAY", &told_.how, "in which way")
            .OneOf({"plain", "fancy"});
        play.Add("--count N", &told_.count, "how often").Range(1, 9);
        play.Add("--size SIZE", &told_.bytes, "how much")
            .In(OptionUnit::kBytes);
        play.Add("--time TIME", &told_.time_ms, "how long")
            .In(OptionUnit::kMilliseconds);
        play.Add("--share S", &told_.share, "how much of it").Range(0.25, 1);
        play.Add("--depth N", &told_.depths, "how deep");
        play.Add("FILE", &told_.files, "of what").Required();
        play.run = [this] { return ++runs_, 7; };
        program_.commands.push_back(std::move(play));
    }

    int Run(std::vector<const char *> arguments)
    {
        arguments.insert(arguments.begin(), "music");
        return RunCommandLine(program_, static_cast<int>(arguments.size()),
                              arguments.data());
    }

    Command program_{"music", "Makes music"};
    Told told_;
    int runs_ = 0;
};

TEST_F(CommandLineTest, TheNamedCommandRunsAndItsStatusIsTheAnswer)
{
    EXPECT_EQ(Run({"play", "x"}), 7);
    EXPECT_EQ(runs_, 1);
}

TEST_F(CommandLineTest, ValuesGoWhereTheTableSays)
{
    Run({"play", "--loud", "-w", "fancy", "--count=4", "--share", "0.25", "a",
         "b"});

    EXPECT_TRUE(told_.loud);
    EXPECT_EQ(told_.how, "fancy");
    EXPECT_EQ(told_.count, 4);
    EXPECT_EQ(told_.share, 0.25);
    EXPECT_EQ(told_.files, (std::vector<std::string>{"a", "b"}));
}

TEST_F(CommandLineTest, ARepeatedOptionTakesOneValueEachTime)
{
    Run({"play", "--depth", "8", "--depth", "9", "x"});

    EXPECT_EQ(told_.depths, (std::vector<int>{8, 9}));
    EXPECT_EQ(told_.files, (std::vector<std::string>{"x"}));
}

TEST_F(CommandLineTest, UnitsAreUnderstood)
{
    Run({"play", "--size", "4k", "--time", "2s", "x"});

    EXPECT_EQ(told_.bytes, 4096u);
    EXPECT_EQ(told_.time_ms, 2000u);
}

TEST_F(CommandLineTest, WhatDoesNotFitIsAUsageErrorAndNothingRuns)
{
    EXPECT_EQ(Run({}), 2) << "no command";
    EXPECT_EQ(Run({"dance"}), 2) << "no such command";
    EXPECT_EQ(Run({"play"}), 2) << "no file";
    EXPECT_EQ(Run({"play", "--fast", "x"}), 2) << "no such option";
    EXPECT_EQ(Run({"play", "--how", "odd", "x"}), 2) << "no such word";
    EXPECT_EQ(Run({"play", "--count", "10", "x"}), 2) << "too many";
    EXPECT_EQ(Run({"play", "--share", "0.2", "x"}), 2) << "too small";
    EXPECT_EQ(Run({"play", "--loud", "--soft", "x"}), 2) << "excluded";
    EXPECT_EQ(Run({"play", "--soft", "--loud", "x"}), 2) << "both ways";
    EXPECT_EQ(runs_, 0);
}

TEST_F(CommandLineTest, AUsageErrorNamesTheCommandAndTheWayOut)
{
    testing::internal::CaptureStderr();
    Run({"play", "--loud"});

    EXPECT_EQ(testing::internal::GetCapturedStderr(),
              "music play: FILE is required (music play --help says more)\n");
}

TEST_F(CommandLineTest, HelpIsPrintedOnRequestAndNothingRuns)
{
    testing::internal::CaptureStdout();
    int status = Run({"play", "--help"});
    std::string help = testing::internal::GetCapturedStdout();

    EXPECT_EQ(status, 0);
    EXPECT_EQ(runs_, 0);
    EXPECT_NE(help.find("--how WAY"), std::string::npos) << help;
    EXPECT_NE(help.find("in which way"), std::string::npos) << help;
}

TEST_F(CommandLineTest, TheVersionIsPrintedOnRequest)
{
    program_.version = "1.2";
    testing::internal::CaptureStdout();

    int status = Run({"--version"});

    EXPECT_EQ(testing::internal::GetCapturedStdout(), "music 1.2\n");
    EXPECT_EQ(status, 0);
    EXPECT_EQ(runs_, 0);
}

TEST_F(CommandLineTest, AProgramWithoutCommandsRunsItself)
{
    bool flag = false;
    Command alone{"alone", "Does one thing"};
    alone.Add("--flag", &flag, "or another");
    alone.run = [&] { return flag ? 1 : 0; };
    const char *argv[] = {"alone", "--flag"};

    EXPECT_EQ(RunCommandLine(alone, 2, argv), 1);
}

TEST_F(CommandLineTest, TheTableSpellsWhatCanBeSaid)
{
    const Command &play = program_.commands[0];

    EXPECT_EQ(play.Synopsis(),
              "[--loud] [--soft] [-w WAY] [--count N] [--size SIZE] "
              "[--time TIME] [--share S] [--depth N]... FILE...");
    EXPECT_EQ(play.options[2].Spelling(), "-w, --how WAY");
    EXPECT_EQ(program_.Synopsis(), "COMMAND ...");
}

TEST_F(CommandLineTest, TheTableKnowsTheDefaults)
{
    const std::vector<Option> &options = program_.commands[0].options;

    EXPECT_EQ(options[0].Value(), "") << "a flag";
    EXPECT_EQ(options[2].Value(), "plain");
    EXPECT_EQ(options[3].Value(), "3");
    EXPECT_EQ(options[6].Value(), "0.5");
    EXPECT_EQ(options[7].Value(), "1 2");
    EXPECT_EQ(options[8].Value(), "") << "no file yet";
}

}  // namespace
}  // namespace laio
