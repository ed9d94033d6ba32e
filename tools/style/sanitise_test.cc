#include "tools/style/sanitise.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace laio::style {
namespace {

// The masked lines; bytes of comments are shown as `.`.
std::vector<std::string> MaskAll(const std::vector<std::string_view> &lines)
{
    std::string text = SanitiseHunk(lines);
    std::replace(text.begin(), text.end(), kCommentByte, '.');
    std::vector<std::string> masked;
    for (size_t end; (end = text.find('\n')) != text.npos;) {
        masked.push_back(text.substr(0, end));
        text.erase(0, end + 1);
    }
    return masked;
}

std::string Mask(std::string_view line)
{
    return MaskAll({line})[0];
}

using Lines = std::vector<std::string>;

TEST(Sanitise, MasksCommentsAndKeepsTheirTabs)
{
    EXPECT_EQ(Mask("+a; /* b\tc */ d;"), "+a; ....\t.... d;");
    EXPECT_EQ(Mask("+a; // b"), "+a; //..");
}

TEST(Sanitise, MasksWhatLiteralsHold)
{
    EXPECT_EQ(Mask("+f(\"a/*b\\\"c\", '\"');"), "+f(\"XXXXXXX\", 'X');");
}

TEST(Sanitise, LeavesABlockCommentOpenForTheNextLine)
{
    EXPECT_EQ(MaskAll({"+a; /* b", "+c */ d;", "+e; // f", "+g;"}),
              Lines({"+a; ....", "+.... d;", "+e; //..", "+g;"}));
}

TEST(Sanitise, IsBlindBehindALoneApostrophe)
{
    EXPECT_EQ(MaskAll({"+#error don't", "+a=b;", "+c='d'"}),
              Lines({"+#error XXXXX", "+XXXX", "+XX'd'"}));
}

TEST(Sanitise, MasksFileNamesOfIncludes)
{
    EXPECT_EQ(Mask("+#include <a/b.h>"), "+#include <XXXXX>");
    EXPECT_EQ(Mask("+#warning a, b"), "+#warning XXXX");
}

TEST(Sanitise, IsOneByteLongerForABackslashAtTheEndOfALiteral)
{
    EXPECT_EQ(Mask("+\"a\\"), "+\"XXX");
}

TEST(Sanitise, GuessesThatAHunkStartsInAComment)
{
    EXPECT_TRUE(StartsInComment({" text", " */", " /* a"}));
    EXPECT_FALSE(StartsInComment({" /* a", " */"}));
    EXPECT_TRUE(StartsInComment({"  * text", " a;"}));
    EXPECT_TRUE(StartsInComment({" ** text"}));
    EXPECT_FALSE(StartsInComment({" a * b"}));
    EXPECT_FALSE(StartsInComment({" x = \"*/\";", " a;"}));
    EXPECT_TRUE(StartsInComment({"      * b * c +", "+d=e;"}));
}

TEST(Sanitise, MasksFromTheStartOfAHunkWithinAComment)
{
    EXPECT_EQ(MaskAll({"  * a", "  */ b;"}), Lines({" ....", " ... b;"}));
}

}  // namespace
}  // namespace laio::style
