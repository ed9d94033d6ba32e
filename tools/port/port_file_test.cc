#include "tools/port/port_file.h"

#include <gtest/gtest.h>

namespace laio::port {
namespace {

const char kBefore[] = R"(#include <a.h>

struct queue {
    int idx;
};

static int submit(struct queue *q)
{
    int ret = send_all(q);
    if (ret == -EAGAIN) {
        return 0;
    }
    q->idx -= ret;
    q->idx = MAX(q->idx, 0);
    return ret;
}

void start(struct queue *q)
{
    q->idx = 0;
}
)";

std::string With(std::string text, const std::string &from,
                 const std::string &to)
{
    size_t at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return at == text.npos ? text : text.replace(at, from.size(), to);
}

// kBefore with one thing mended.
std::string Fixed()
{
    return With(kBefore, "if (ret == -EAGAIN)",
                "if (ret == 0 || ret == -EAGAIN)");
}

TEST(PortFileTest, ChangeOfTheSameTextIsTheTextAfter)
{
    PortedFile ported = PortFile(kBefore, Fixed(), kBefore);
    EXPECT_EQ(ported.after, Fixed());
    ASSERT_EQ(ported.hunks.size(), 1u);
    EXPECT_EQ(ported.hunks[0].state, State::kPorted);
    EXPECT_EQ(ported.hunks[0].function, "submit");
    EXPECT_TRUE(ported.Complete());
}

TEST(PortFileTest, ChangeThatIsThereAlreadyChangesNothing)
{
    PortedFile ported = PortFile(kBefore, Fixed(), Fixed());
    EXPECT_EQ(ported.after, Fixed());
    ASSERT_EQ(ported.hunks.size(), 1u);
    EXPECT_EQ(ported.hunks[0].state, State::kAlready);
}

TEST(PortFileTest, FunctionIsFoundThoughItMovedAndItsCallsDiffer)
{
    std::string target =
        "void start(struct queue *q)\n{\n    q->idx = 0;\n}\n\n"
        "static int submit(struct queue *q)\n{\n"
        "    int ret = send_some(q, 4);\n\n"
        "    if (ret == -EAGAIN) {\n        return 0;\n    }\n"
        "    return ret;\n}\n";
    PortedFile ported = PortFile(kBefore, Fixed(), target);
    EXPECT_EQ(ported.after, With(target, "if (ret == -EAGAIN)",
                                 "if (ret == 0 || ret == -EAGAIN)"));
}

TEST(PortFileTest, MemberOfAnotherNameIsCalledAsItIsThere)
{
    std::string after = With(kBefore, "    return ret;\n",
                             "    q->idx += more(q);\n    return ret;\n");
    std::string target = kBefore;
    for (size_t at; (at = target.find("idx")) != target.npos;) {
        target.replace(at, 3, "n");
    }
    EXPECT_EQ(PortFile(kBefore, after, target).after,
              With(target, "    return ret;\n",
                   "    q->n += more(q);\n    return ret;\n"));
}

TEST(PortFileTest, NewLinesAreIndentedAsTheirNewNeighbours)
{
    std::string after =
        With(kBefore, "    q->idx = 0;\n",
             "    q->idx = 0;\n    if (q->old) {\n        drop(q);\n    }\n");
    std::string target = With(kBefore, "    q->idx = 0;\n",
                              "    if (q) {\n        q->idx = 0;\n    }\n");
    EXPECT_EQ(PortFile(kBefore, after, target).after,
              With(target, "        q->idx = 0;\n",
                   "        q->idx = 0;\n        if (q->old) {\n"
                   "            drop(q);\n        }\n"));
}

TEST(PortFileTest, NewFunctionGoesBehindTheOneThatPrecedesIt)
{
    std::string after = With(kBefore, "\nvoid start(",
                             "\nvoid stop(void)\n{\n}\n\nvoid start(");
    std::string target =
        With(kBefore, "\nvoid start(", "\nvoid other(void);\n\nvoid start(");
    EXPECT_EQ(PortFile(kBefore, after, target).after,
              With(target, "\nvoid other(",
                   "\nvoid stop(void)\n{\n}\n\nvoid other("));
}

TEST(PortFileTest, OtherCodeInItsPlaceIsLeftToDoByHandWithBothSides)
{
    std::string after = With(kBefore, "q->idx -= ret;", "q->idx -= 2 * ret;");
    std::string target = With(kBefore, "q->idx -= ret;", "drop(q, 1);");
    PortedFile ported = PortFile(kBefore, after, target);
    EXPECT_EQ(ported.after, target);
    ASSERT_EQ(ported.hunks.size(), 1u);
    EXPECT_EQ(ported.hunks[0].state, State::kManual);
    EXPECT_NE(ported.hunks[0].change.find("+    q->idx -= 2 * ret;"),
              std::string::npos);
    EXPECT_NE(ported.hunks[0].here.find("drop(q, 1);"), std::string::npos);
    EXPECT_FALSE(ported.hunks[0].reason.empty());
}

TEST(PortFileTest, CodeThatMovedToANewFunctionIsFoundThere)
{
    std::string target =
        "static int send(struct queue *q)\n{\n"
        "    int ret = send_all(q);\n    if (ret == -EAGAIN) {\n"
        "        return 0;\n    }\n    return ret;\n}\n\n"
        "static int submit(struct queue *q)\n{\n"
        "    return send(q) + more(q) + all(q);\n}\n";
    PortedFile ported = PortFile(kBefore, Fixed(), target);
    EXPECT_EQ(ported.after, With(target, "if (ret == -EAGAIN)",
                                 "if (ret == 0 || ret == -EAGAIN)"));
}

TEST(PortFileTest, FunctionThatIsNotThereIsNamed)
{
    PortedFile ported = PortFile(kBefore, Fixed(), "int other;\n");
    EXPECT_EQ(ported.after, "int other;\n");
    ASSERT_EQ(ported.hunks.size(), 1u);
    EXPECT_EQ(ported.hunks[0].reason, "submit is not here");
}

TEST(PortFileTest, UnitThatGoesLeavesNoHole)
{
    std::string after = With(kBefore, "#include <a.h>\n\n", "");
    PortedFile ported = PortFile(kBefore, after, "#include <b.h>\n#include "
                                                 "<a.h>\n\nint x;\n");
    EXPECT_EQ(ported.after, "#include <b.h>\n\nint x;\n");
}

TEST(PortFileTest, StatementThatIsThereIsNotPutInTwice)
{
    std::string after =
        With(kBefore, "    q->idx = 0;\n",
             "    q->idx = 0;\n    q->one = NULL;\n    q->two = NULL;\n");
    for (const char *there : {"    q->one = NULL;\n", "    q->two = NULL;\n"}) {
        std::string target = With(kBefore, "    q->idx = 0;\n",
                                  std::string("    q->idx = 0;\n") + there);
        EXPECT_EQ(PortFile(kBefore, after, target).after, after) << there;
    }
}

TEST(PortFileTest, IndentedCodeIsIndentedInTheTargetToo)
{
    std::string after = With(kBefore, "    q->idx = 0;\n",
                             "    if (q) {\n        q->idx = 0;\n    }\n");
    std::string target = With(kBefore, "int ret = send_all(q);",
                              "int ret = send_some(q);");
    EXPECT_EQ(PortFile(kBefore, after, target).after,
              With(target, "    q->idx = 0;\n",
                   "    if (q) {\n        q->idx = 0;\n    }\n"));
}

}  // namespace
}  // namespace laio::port
