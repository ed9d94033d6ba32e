#include "tools/style/statement.h"

#include <gtest/gtest.h>

namespace laio::style {
namespace {

std::string Joined(const std::vector<std::string> &lines)
{
    std::string text;
    for (const std::string &line : lines) {
        text += line + "\n";
    }
    return text;
}

// A hunk and the first statement of it, behind its first marker.
struct Scanned {
    explicit Scanned(const std::vector<std::string> &lines)
        : hunk(Joined(lines))
    {
        statement = StatementScanner(hunk).Scan(1);
        text = hunk.text().substr(1, statement.end - 1);
        condition = hunk.text().substr(1, statement.condition_end - 1);
    }

    HunkText hunk;
    Statement statement;
    std::string text;
    std::string condition;
};

TEST(Statement, EndsAtItsSemicolon)
{
    Scanned scanned({"+a = b;", "+c;"});
    EXPECT_EQ(scanned.text, "a = b;");
    EXPECT_EQ(scanned.condition, "");
    EXPECT_EQ(scanned.statement.level, 0);
}

TEST(Statement, EndsAtTheBraceThatClosesIt)
{
    EXPECT_EQ(Scanned({"+if (a) {", "+b; }", "+c;"}).text,
              "if (a) {\n+b; }");
    EXPECT_EQ(Scanned({"+struct a { b; };", "+c;"}).text,
              "struct a { b; };");
}

TEST(Statement, HasAConditionUpToTheParenthesisOrElse)
{
    EXPECT_EQ(Scanned({"+if (a(b) && c) d;"}).condition, "if (a(b) && c)");
    EXPECT_EQ(Scanned({"+else a(b);"}).condition, "else");
    EXPECT_EQ(Scanned({"+else if (a) b(c);"}).condition, "else if (a)");
}

TEST(Statement, CountsOneKindOfBracketAtATime)
{
    EXPECT_EQ(Scanned({"+a({ ; });", "+b;"}).text, "a({ ; });");
    EXPECT_EQ(Scanned({"+{ a( ; }", "+b;"}).text, "{ a( ; }");
}

TEST(Statement, StaysOpenWhenTheHunkEnds)
{
    Scanned scanned({"+if (a)", "+b(c,"});
    EXPECT_TRUE(scanned.statement.at_hunk_end);
    EXPECT_EQ(scanned.statement.level, 1);
}

TEST(Statement, GoesBackToTheOuterLevelAtElseOfAConditional)
{
    Scanned scanned({"+{", "+#if A", "+a;", "+#else", "+b;", "+#endif",
                     "+c; }"});
    EXPECT_EQ(scanned.text, "{\n+#if A\n+a;\n+#else\n+b;");
}

TEST(Statement, CollectsTheArmsOfAChain)
{
    HunkText hunk(Joined({"+if (a)", "+b;", "+else if (c) {", "+d; }",
                          "+else", "+e;", "+f;"}));
    int level = -1;
    std::vector<Statement> arms = StatementScanner(hunk).ScanArms(1, &level);
    ASSERT_EQ(arms.size(), 3u);
    EXPECT_EQ(hunk.LineOf(arms[2].end - 1), 5u);
    EXPECT_EQ(level, 0);
}

TEST(Statement, IsTheSameFromMemoryAsFreshlyScanned)
{
    HunkText hunk(Joined({"+x = {", "+  {1, 2}, F(3),", "+  4, f(5),",
                          "+};", "+if (a) b(); else c();"}));
    StatementScanner remembering(hunk);
    for (int pass = 0; pass < 2; ++pass) {
        for (size_t begin = 0; begin <= hunk.text().size(); ++begin) {
            Statement fresh = StatementScanner(hunk).Scan(begin);
            Statement known = remembering.Scan(begin);
            EXPECT_EQ(known.end, fresh.end);
            EXPECT_EQ(known.condition_end, fresh.condition_end);
        }
    }
}

TEST(Statement, MeasuresLinesAndBlocks)
{
    EXPECT_EQ(StatementLines("if (a &&\n+    b)"), 2);
    EXPECT_EQ(StatementLines("  a  \n+  "), 1);
    EXPECT_EQ(BlockSize(" {\n+    a;\n+}"), 1);
    EXPECT_EQ(BlockSize(" {\n+    a;\n+    b;\n+}"), 2);
    EXPECT_EQ(BlockSize(" a; b;"), 2);
}

}  // namespace
}  // namespace laio::style
