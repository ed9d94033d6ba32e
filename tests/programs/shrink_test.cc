#include "tests/programs/shrink.h"

#include <gtest/gtest.h>

#include "tests/programs/alphabet.h"

namespace laio {
namespace {

Program Parsed(const char *text)
{
    Result<Program> program = ParseProgram(text);
    EXPECT_TRUE(program.ok());
    return *program;
}

bool Has(const std::vector<Verb> &verbs, VerbKind kind)
{
    for (const Verb &verb : verbs) {
        if (verb.kind == kind || Has(verb.then, kind)) {
            return true;
        }
    }
    return false;
}

TEST(ShrinkTest, WhatDoesNotMatterIsLeftOut)
{
    Program shortest = Shrink(
        Parsed("ring 5 start 2; plug; co_write 3 { poll; eagain; }; poll; "
               "read 2; complete 3 eio; unplug 2; block;"),
        [](const Program &p) {
            return Has(p.verbs, VerbKind::kEagain) &&
                   Has(p.verbs, VerbKind::kComplete);
        },
        1000);

    EXPECT_EQ(ProgramText(shortest), "ring 8; eagain; complete 0 full;");
}

TEST(ShrinkTest, WhatMattersStays)
{
    const Program program = Parsed("ring 5 start 2; write 3 { until 2; };");
    EXPECT_EQ(Shrink(
                  program,
                  [&program](const Program &p) { return p == program; }, 1000),
              program);
}

TEST(ShrinkTest, EveryCandidateIsAProgramThatCanBePrinted)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        Program program = RandomProgram(seed, AllAlphabets().back());
        Shrink(
            program,
            [seed](const Program &p) {
                Result<Program> read = ParseProgram(ProgramText(p));
                EXPECT_TRUE(read.ok() && *read == p) << ProgramText(p);
                return (CountVerbs(p.verbs) + seed) % 3 != 0;
            },
            200);
    }
}

TEST(ShrinkTest, ItStopsAfterSoManyTries)
{
    int tries = 0;
    Shrink(
        RandomProgram(1, AllAlphabets().back()),
        [&tries](const Program &) {
            tries++;
            return false;
        },
        7);
    EXPECT_EQ(tries, 7);
}

TEST(ShrinkTest, FailuresThatDifferInNumbersAreOfOneKind)
{
    ScenarioResult one;
    one.verdict = Verdict::kFail;
    one.detail = "request 1 completed twice";
    ScenarioResult other = one;
    other.detail = "request 12 completed twice";
    EXPECT_EQ(KindOfFailure(one), KindOfFailure(other));
    other.verdict = Verdict::kHang;
    EXPECT_NE(KindOfFailure(one), KindOfFailure(other));
}

}  // namespace
}  // namespace laio
