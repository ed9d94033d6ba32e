#include "tools/port/units.h"

#include <gtest/gtest.h>

namespace laio::port {
namespace {

std::vector<std::string> NamesOf(const std::string &text)
{
    std::vector<std::string> names;
    for (const Unit &unit : SplitUnits(Lex(text), text)) {
        names.push_back(unit.name);
    }
    return names;
}

using Strings = std::vector<std::string>;

TEST(UnitsTest, EveryKindOfDeclarationHasItsName)
{
    EXPECT_EQ(NamesOf("#include <libaio.h>\n"
                      "#include \"a/b.h\"\n"
                      "#define MAX_EVENTS 128\n"
                      "struct one { int x; };\n"
                      "typedef struct { int y; } Two;\n"
                      "static void f(int a);\n"
                      "static int table[] = { 1, 2 };\n"
                      "int coroutine_fn g(int a)\n{\n    return f(a);\n}\n"),
              Strings({"include <libaio.h>", "include \"a/b.h\"",
                       "macro MAX_EVENTS", "type one", "type Two",
                       "declaration f", "variable table",
                       "function g"}));
}

TEST(UnitsTest, CommentBelongsToWhatFollowsItOrEndsItsLine)
{
    std::string text = "int a; /* of a */\n/* of f */\nvoid f(void)\n{\n}\n";
    Tokens tokens = Lex(text);
    std::vector<Unit> units = SplitUnits(tokens, text);
    ASSERT_EQ(units.size(), 2u);
    EXPECT_EQ(tokens[units[0].end - 2].text, "a");
    EXPECT_EQ(tokens[units[1].begin + 2].text, "f");
}

TEST(UnitsTest, SecondOfOneNameIsCounted)
{
    EXPECT_EQ(NamesOf("#ifdef A\n#define B 1\n#else\n#define B 2\n#endif\n")
                  .at(3),
              "macro B#2");
}

TEST(UnitsTest, EveryTokenOfGarbageIsInAUnit)
{
    std::string text = "} ) { # define ( \"open\n /* never closed";
    Tokens tokens = Lex(text);
    size_t at = 0;
    for (const Unit &unit : SplitUnits(tokens, text)) {
        EXPECT_EQ(unit.begin, at);
        at = unit.end;
    }
    EXPECT_EQ(at, tokens.size());
}

TEST(LexerTest, CommentFilledAnewHasTheSameTokens)
{
    Tokens one = Lex("/* a b c */");
    Tokens two = Lex("/*\n * a b\n * c\n */");
    ASSERT_EQ(one.size(), two.size());
    for (size_t i = 0; i < one.size(); i++) {
        EXPECT_EQ(one[i].text, two[i].text);
    }
}

}  // namespace
}  // namespace laio::port
