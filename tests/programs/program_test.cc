#include "tests/programs/program.h"

#include <gtest/gtest.h>

#include "tests/programs/alphabet.h"

namespace laio {
namespace {

constexpr char kSample[] =
    "ring 4 start 3; write 2 { poll; read 1 { block; }; }; "
    "complete 0 short; take 2; until 1;";

TEST(ProgramTest, TextIsReadBackAsItWasPrinted)
{
    Result<Program> program = ParseProgram(kSample);

    ASSERT_TRUE(program.ok()) << program.error().message;
    EXPECT_EQ(program->slots, 4u);
    EXPECT_EQ(program->verbs.size(), 4u);
    EXPECT_EQ(program->verbs[0].then[1].then[0].kind, VerbKind::kBlock);
    EXPECT_EQ(CountVerbs(program->verbs), 7u);
    EXPECT_EQ(ProgramText(*program), kSample);
}

TEST(ProgramTest, EveryRandomProgramSurvivesPrintingAndReading)
{
    for (const Alphabet &alphabet : AllAlphabets()) {
        for (uint64_t seed = 1; seed <= 200; seed++) {
            Program program = RandomProgram(seed, alphabet);
            Result<Program> read = ParseProgram(ProgramText(program));

            ASSERT_TRUE(read.ok()) << read.error().message;
            ASSERT_EQ(*read, program) << ProgramText(program);
        }
    }
}

TEST(ProgramTest, WhatIsNoProgramIsRefusedWithItsPlace)
{
    const struct {
        const char *text;
        const char *says;
    } kWrong[] = {
        {"", "byte 0"},
        {"ring 2;", "3 to 12 slots at byte 5"},
        {"ring 4 start 4;", "a slot of the ring at byte 13"},
        {"ring 4; dance;", "a verb at byte 8, not `dance`"},
        {"ring 4; read 9;", "a number from 1 to 3 at byte 13"},
        {"ring 4; complete 0 maybe;", "an outcome"},
        {"ring 4; read 1 { poll;", "`}`"},
        {"ring 4; poll; }", "a verb at byte 14"},
        {"ring 4; poll", "`;`"},
    };
    for (const auto &[text, says] : kWrong) {
        Result<Program> program = ParseProgram(text);

        ASSERT_FALSE(program.ok()) << text;
        EXPECT_NE(program.error().message.find(says), std::string::npos)
            << program.error().message;
    }
}

TEST(ProgramTest, EndlessNestingIsRefused)
{
    std::string text = "ring 4; ";
    for (int i = 0; i < 100'000; i++) {
        text += "read 1 { ";
    }
    EXPECT_FALSE(ParseProgram(text).ok());
}

TEST(ProgramTest, DecoderTakesAnyBytes)
{
    const Alphabet &alphabet = AllAlphabets().back();
    EXPECT_TRUE(DecodeProgram({}, alphabet).verbs.empty());
    EXPECT_LE(
        DecodeProgram(std::vector<uint8_t>(5000, 0xff), alphabet).verbs.size(),
        24u);
}

TEST(ProgramTest, RandomProgramsReachEveryVerbOfTheirAlphabet)
{
    for (const Alphabet &alphabet : AllAlphabets()) {
        for (VerbKind kind : alphabet.verbs) {
            bool found = false;
            for (uint64_t seed = 1; seed <= 300 && !found; seed++) {
                for (const Verb &v : RandomProgram(seed, alphabet).verbs) {
                    found = found || v.kind == kind;
                }
            }
            EXPECT_TRUE(found) << alphabet.name << " " << ShapeOf(kind).name;
        }
    }
}

}  // namespace
}  // namespace laio
