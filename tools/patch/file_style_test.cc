#include "tools/patch/file_style.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

TEST(LearnFileStyle, CountsTheColumnsOfALevel)
{
    EXPECT_EQ(LearnFileStyle({"{", "  a;", "  if (b) {", "    c;", "}"}).unit,
              2);
    EXPECT_EQ(LearnFileStyle({"{", "    F(a,", "            \"b\"),",
                              "    F(a,", "            \"b\"),", "}"}).unit,
              4);
    FileStyle tabs = LearnFileStyle({"{", "\ta;", "\tb;", "}"});
    EXPECT_TRUE(tabs.tabs);
    EXPECT_EQ(tabs.unit, 8);
}

TEST(LearnFileStyle, TellsLanguagesWithoutBraces)
{
    EXPECT_FALSE(LearnFileStyle({"def f(a):", "    b = {", "    }",
                                 "    if b:", "        c", "    else:",
                                 "        d"}).braces);
    EXPECT_TRUE(LearnFileStyle({"{", "    switch (a) {", "    case 1:",
                                "    default:", "    }", "}"}).braces);
}

TEST(LearnFileStyle, SeesWhereArgumentsGoOn)
{
    EXPECT_EQ(LearnFileStyle({"{", "    f(a,", "            b);", "}"})
                  .continuation,
              Continuation::kTwoLevels);
    EXPECT_EQ(LearnFileStyle({"{", "    f(a,", "      b);", "}"})
                  .continuation,
              Continuation::kUnderParen);
}

TEST(LearnFileStyle, SeesLabelsAndSentences)
{
    FileStyle style = LearnFileStyle({"/* One.  Two. Three.  Four. */",
                                      "{", " out:", "    return;", "}"});
    EXPECT_EQ(style.label_column, 1);
    EXPECT_TRUE(style.two_after_sentence);
    EXPECT_TRUE(style.sentences_vary);
    EXPECT_FALSE(style.two_before_end);
    EXPECT_TRUE(LearnFileStyle({"/* One.  */"}).two_before_end);
}

}  // namespace
}  // namespace laio
