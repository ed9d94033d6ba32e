#include "tools/patch/blank_forms.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

struct Row {
    const char *name;
    BlankForm form;
    const char *shown;
    const char *real;
};

TEST(UndoBlanks, EachFormTurnsItsKindOfDamageBack)
{
    const Row kRows[] = {
        {"as shown", BlankForm::kAsShown, "\t x", "\t x"},
        {"no tabs", BlankForm::kNoTabs, "\tx\ty", "        x       y"},
        {"indent", BlankForm::kTabIndent, "          x  y", "\t  x  y"},
        {"all tabs", BlankForm::kTabs, "        x       y", "\tx\ty"},
        {"one blank stays", BlankForm::kTabs, "       x y", "       x y"},
        {"after sign", BlankForm::kTabIndentAfterSign, "       x", "\tx"},
        {"all after sign", BlankForm::kTabsAfterSign, "       x       y",
         "\tx\ty"},
        {"four in indent", BlankForm::kTabForFourInIndent, "        x    y",
         "\t\tx    y"},
        {"four", BlankForm::kTabForFour, "    x    y", "\tx\ty"},
        {"eight", BlankForm::kTabForEight, "        x        y", "\tx\ty"},
    };
    for (const Row &row : kRows) {
        EXPECT_EQ(UndoBlanks(row.form, row.shown), row.real) << row.name;
    }
}

TEST(BlankVotes, FormThatFitsEveryKnownLineComesFirst)
{
    BlankVotes votes;
    votes.Learn("\tx", "        x");
    votes.Learn("\t    y", "            y");
    EXPECT_EQ(votes.Ranked()[0], BlankForm::kNoTabs);
    EXPECT_TRUE(votes.AlwaysFits(BlankForm::kNoTabs));
    EXPECT_FALSE(votes.Fits(BlankForm::kAsShown));
}

TEST(BlankVotes, LineThatCouldNotTellDoesNotCount)
{
    BlankVotes votes;
    votes.Learn("x y", "x y");
    EXPECT_EQ(votes.Seen(), 0);
    votes.Learn("    x", "    x");
    EXPECT_EQ(votes.Seen(), 1);
    EXPECT_EQ(votes.Ranked()[0], BlankForm::kAsShown);
}

}  // namespace
}  // namespace laio
