// Places that neither names nor neighbours give, and what comes along.

#include <gtest/gtest.h>

#include "tools/port/own_members.h"
#include "tools/port/port_file.h"

namespace laio::port {
namespace {

std::string With(std::string text, const std::string &from,
                 const std::string &to)
{
    size_t at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return at == text.npos ? text : text.replace(at, from.size(), to);
}

const char kBefore[] = R"(struct state {
    int used;
    int idle;
};

static void wake(struct state *s)
{
    s->used = 1;
}

static void run(struct state *s)
{
    while (take_first(s)) {
        call(s);
    }
    stop(s);
}
)";

// The same, made anew by somebody else.
const char kOther[] = R"(struct state {
    void *ring;
    int used;   /* by the loop */
    void *list;
};

static void run(struct state *s)
{
    begin(s);
    while ((s->ring = next_batch(s->list,
                                 4))) {
        handle(s->ring, 8);
    }
    /* All of it. */
    finish(s);
}
)";

TEST(PlaceTest, LastStatementOfAFunctionIsTheLastThere)
{
    std::string after = With(kBefore, "    stop(s);\n",
                             "    stop(s);\n    s->used = 0;\n");
    PortedFile ported = PortFile(kBefore, after, kOther);
    EXPECT_EQ(ported.after, With(kOther, "    finish(s);\n",
                                 "    finish(s);\n    s->used = 0;\n"));
    EXPECT_EQ(ported.hunks.at(0).reason, "put at the end of the function");
}

TEST(PlaceTest, NothingIsPutBehindAReturn)
{
    std::string after = With(kBefore, "    stop(s);\n",
                             "    stop(s);\n    s->used = 0;\n");
    std::string target =
        With(kOther, "    finish(s);\n", "    return finish(s);\n");
    EXPECT_FALSE(PortFile(kBefore, after, target).Complete());
}

TEST(PlaceTest, ConditionOfTheOnlyLoopIsFoundByItsLoop)
{
    std::string after = With(kBefore, "while (take_first(s))",
                             "while (take_first(s) && s->used < 9)");
    EXPECT_EQ(PortFile(kBefore, after, kOther).after,
              With(kOther, "4))) {", "4)) && s->used < 9) {"));
}

TEST(PlaceTest, OneOfTwoLoopsIsNotGuessed)
{
    std::string after = With(kBefore, "while (take_first(s))",
                             "while (take_first(s) && s->used < 9)");
    std::string target = With(kOther, "    finish(s);\n",
                              "    while (finish(s)) {\n    }\n");
    EXPECT_FALSE(PortFile(kBefore, after, target).Complete());
}

TEST(PlaceTest, MemberGoesBehindTheNearestOneThatIsThere)
{
    std::string after =
        With(kBefore, "    int idle;\n", "    int idle;\n    int turns;\n");
    EXPECT_EQ(PortFile(kBefore, after, kOther).after,
              With(kOther, "/* by the loop */\n",
                   "/* by the loop */\n    int turns;\n"));
}

TEST(PlaceTest, StatementIsClosedWhereItEnds)
{
    std::string before = With(kBefore, "    call(s);\n", "    work(s);\n");
    std::string after = With(before, "    stop(s);\n",
                             "    if (s->used) {\n        stop(s);\n    }\n");
    std::string target =
        With(kOther, "    /* All of it. */\n", "    stop(s);\n");
    // `stop(s);` is not the last one there.
    EXPECT_EQ(PortFile(before, after, target).after,
              With(target, "    stop(s);\n",
                   "    if (s->used) {\n        stop(s);\n    }\n"));
}

TEST(PlaceTest, HelperThatTheTargetLacksComesAlong)
{
    std::string after = With(kBefore, "    stop(s);\n",
                             "    stop(s);\n    wake(s);\n");
    PortedFile ported = PortFile(kBefore, after, kOther);
    EXPECT_EQ(ported.after,
              With(With(kOther, "    finish(s);\n",
                        "    finish(s);\n    wake(s);\n"),
                   "\nstatic void run",
                   "\nstatic void wake(struct state *s)\n{\n"
                   "    s->used = 1;\n}\n\nstatic void run"));
    EXPECT_EQ(ported.hunks.at(1).function, "wake");
    EXPECT_EQ(ported.hunks.at(1).reason, "not here, but needed");
}

TEST(PlaceTest, CallPassesWhatTheTargetsFunctionTakesMore)
{
    const char run[] = "static void run(struct state *s)\n{\n"
                       "    struct item *item = first(s);\n\n"
                       "    abort();\n}\n";
    std::string before = std::string("void end(struct item *item)\n{\n}\n\n") +
                         run;
    std::string target =
        std::string("void end(struct state *s, struct item *item)\n{\n}\n\n") +
        run;
    EXPECT_EQ(PortFile(before, With(before, "abort()", "end(item)"), target)
                  .after,
              With(target, "abort()", "end(s, item)"));
}

TEST(PlaceTest, HelperIsThereBeforeItIsUsed)
{
    const char user[] = "static void run(struct state *s)\n{\n"
                        "    stop(s);\n}\n";
    const char helper[] = "static void wake(struct state *s)\n{\n"
                          "    s->used = 1;\n}\n";
    std::string other = "int other(void)\n{\n    return 1;\n}\n";
    std::string before = other + "\n" + helper + "\n" + user;
    std::string after =
        With(before, "    stop(s);\n", "    stop(s);\n    wake(s);\n");
    std::string target = std::string(user) + "\n" + other;
    EXPECT_EQ(PortFile(before, after, target).after,
              std::string(helper) + "\n" +
                  With(target, "    stop(s);\n",
                       "    stop(s);\n    wake(s);\n"));
}

TEST(PlaceTest, HelperThatTheTargetHasStaysAsItIsThere)
{
    std::string after = With(kBefore, "    stop(s);\n",
                             "    stop(s);\n    wake(s);\n");
    std::string target = With(kOther, "static void run",
                              "static void wake(struct state *s)\n{\n}\n\n"
                              "static void run");
    EXPECT_EQ(PortFile(kBefore, after, target).after,
              With(target, "    finish(s);\n",
                   "    finish(s);\n    wake(s);\n"));
}

TEST(OwnMembersTest, AreThoseThatBothVersionsKnowAndTheTargetDoesNot)
{
    EXPECT_EQ(OwnMembers("s->a = 1; s->b = 2; s->c = 3;",
                         "s->a = 1; s->b = 2; s->d = 3;", "s->b"),
              std::set<std::string>{"a"});
}

TEST(OwnMembersTest, SettingOneAloneIsLeftOut)
{
    std::set<std::string> own = {"place"};
    EXPECT_EQ(WithoutSetting("{\n    x();\n    q->place = OLD;\n    y();\n}",
                             own),
              "{\n    x();\n    y();\n}");
    EXPECT_EQ(WithoutSetting("{ s->q.place++; }", own), "{ }");
}

TEST(OwnMembersTest, WhatDoesMoreThanThatStays)
{
    std::set<std::string> own = {"place"};
    for (const char *text :
         {"{ q->place = take(q); }", "{ if (q->place == OLD) { x(); } }",
          "{ q->next = q->place; }", "{ x(q->place); }"}) {
        EXPECT_EQ(WithoutSetting(text, own), text);
    }
}

}  // namespace
}  // namespace laio::port
