#include "tools/report/wrap.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

using Lines = std::vector<std::string>;

TEST(WrapLine, BreaksAtTheLastBlankThatFits)
{
    EXPECT_EQ(WrapLine("one two three", 8), (Lines{"one two", "three"}));
}

TEST(WrapLine, KeepsALineThatFitsExactly)
{
    EXPECT_EQ(WrapLine("one two", 7), (Lines{"one two"}));
}

TEST(WrapLine, BreaksAWordThatIsWiderThanALine)
{
    EXPECT_EQ(WrapLine("abcdefgh", 3), (Lines{"abc", "def", "gh"}));
}

TEST(WrapLine, CountsCharactersNotBytes)
{
    EXPECT_EQ(WrapLine("\xc3\xa9\xc3\xa9\xc3\xa9 b", 3),
              (Lines{"\xc3\xa9\xc3\xa9\xc3\xa9", "b"}));
}

TEST(WrapLine, AnEmptyTextIsOneEmptyLine)
{
    EXPECT_EQ(WrapLine("", 5), (Lines{""}));
}

TEST(WrapLine, ControlCharactersCannotSteerATerminal)
{
    EXPECT_EQ(WrapLine("a\x1b[2J", 20), (Lines{"a?[2J"}));
}

TEST(Paragraph, SetsLaterLinesUnderTheFirst)
{
    std::string text(80, 'x');
    text[60] = ' ';

    EXPECT_EQ(Paragraph("base:  ", text),
              "base:  " + std::string(60, 'x') + "\n" +
                  "       " + std::string(19, 'x') + "\n");
}

TEST(Paragraph, ALongLabelWrapsWithItsText)
{
    std::string label = "  " + std::string(50, 'l') + ": ";

    EXPECT_EQ(Paragraph(label, std::string(40, 't')),
              "  " + std::string(50, 'l') + ":\n  " + std::string(40, 't') +
                  "\n");
}

TEST(Excerpt, SaysHowMuchItLeftOut)
{
    EXPECT_EQ(Excerpt("a\nb\nc\nd\n", 2, "  "), "  a\n  b\n  (2 more lines)\n");
}

TEST(Excerpt, CutsLinesToTheWidthOfAReport)
{
    EXPECT_EQ(Excerpt(std::string(100, 'x'), 2, "  "),
              "  " + std::string(74, 'x') + "\n");
}

}  // namespace
}  // namespace laio
