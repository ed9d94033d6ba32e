#include "tools/style/annotate.h"

#include <gtest/gtest.h>

namespace laio::style {
namespace {

// The mark of each operator of the lines that may have one operand or two,
// and of each colon.
std::string Marks(std::initializer_list<const char *> lines)
{
    TypeNames types;
    Annotator annotator;
    std::string marks;
    for (const char *line : lines) {
        for (char c : annotator.Read(line, types).variants) {
            marks += c == '_' ? "" : std::string(1, c);
        }
    }
    return marks;
}

TEST(Annotator, TellsOneOperandFromTwo)
{
    EXPECT_EQ(Marks({"+    x = a - b;"}), "B");
    EXPECT_EQ(Marks({"+    x = -b;"}), "U");
    EXPECT_EQ(Marks({"+    x = a * -b;"}), "BU");
    EXPECT_EQ(Marks({"+    f(&a, *b);"}), "UU");
    EXPECT_EQ(Marks({"+    return *a & b;"}), "UB");
    EXPECT_EQ(Marks({"+    x = (int)-b;"}), "U");
    EXPECT_EQ(Marks({"+    x = (n) - b;"}), "B");
    EXPECT_EQ(Marks({"+    x = a[i] - b;"}), "B");
    EXPECT_EQ(Marks({"+    x = sizeof(int) * b;"}), "B");
}

TEST(Annotator, SeesNoOperatorInADeclaration)
{
    EXPECT_EQ(Marks({"+    char *a;"}), "");
    EXPECT_EQ(Marks({"+int f(Foo *a, const char *b)"}), "");
}

TEST(Annotator, TellsColonsApart)
{
    EXPECT_EQ(Marks({"+    case A:"}), "C");
    EXPECT_EQ(Marks({"+out:"}), "L");
    EXPECT_EQ(Marks({"+    x = a ? b : c;"}), "O");
    EXPECT_EQ(Marks({"+    unsigned a:3;"}), "B");
}

TEST(Annotator, GoesOnFromLineToLine)
{
    EXPECT_EQ(Marks({"+    x = a", "+        - b;"}), "B");
    EXPECT_EQ(Marks({"+    x = a +", "+        -b;"}), "BU");
}

TEST(Annotator, KnowsWhereStatementsStart)
{
    TypeNames types;
    Annotator annotator;
    EXPECT_TRUE(annotator.AtStatementStart());
    annotator.Read("+    x = a +", types);
    EXPECT_FALSE(annotator.AtStatementStart());
    annotator.Read("+        b;", types);
    EXPECT_TRUE(annotator.AtStatementStart());
    annotator.Read("+#define A b +", types);
    EXPECT_TRUE(annotator.AtStatementStart());
}

}  // namespace
}  // namespace laio::style
