#include "tools/cli/style_object.h"

#include <gtest/gtest.h>

#include <iostream>

#include "tools/cli/style_mend.h"
#include "tools/subject/object_sections.h"

namespace laio {
namespace {

constexpr const char *kBraces = "braces-necessary";
constexpr const char *kStatics = "init-statics";

const StyleInput &Source()
{
    static const StyleInput source{"a.c",
                                   "static int x = 0;\n"
                                   "\n"
                                   "int f(int a)\n"
                                   "{\n"
                                   "    if (a)\n"
                                   "        return g( a);\n"
                                   "    return x;\n"
                                   "}\n",
                                   true};
    return source;
}

bool Has(const std::string &text, const std::string &part)
{
    return text.find(part) != text.npos;
}

TEST(StyleObject, RulesThatChangeTokensAndNotTheObjectAreNamed)
{
    FixResult fixed = MendText(Source(), {});
    EXPECT_EQ(fixed.token_rules,
              (std::vector<std::string>{kBraces, kStatics}));
    FixResult asserts =
        MendText({"a.c", "void f(void)\n{\n    assert(0);\n}\n", true}, {});
    EXPECT_EQ(asserts.applied, 1);
    EXPECT_TRUE(asserts.token_rules.empty()) << "it calls something else";
}

TEST(StyleObject, OnlyTheRuleThatChangesTheObjectIsTakenBack)
{
    FixResult fixed = MendText(Source(), {});
    FixResult kept = TakeBackUntilSame(
        Source(), fixed, {}, [](const FixResult &candidate) {
            return ObjectVerdict{!Has(candidate.text, "if (a) {"), ""};
        });
    EXPECT_TRUE(Has(kept.text, "    if (a)\n        return g(a);\n"));
    EXPECT_TRUE(Has(kept.text, "static int x;\n"));
    ASSERT_EQ(kept.dropped.size(), 1u);
    EXPECT_EQ(kept.dropped[0].rule, kBraces);
    EXPECT_EQ(kept.dropped[0].line, 5);
    EXPECT_EQ(kept.dropped[0].why, "the compiled object would change");
}

TEST(StyleObject, EveryRuleIsTakenBackWhenEachOfThemChangesTheObject)
{
    FixResult fixed = MendText(Source(), {});
    FixResult kept =
        TakeBackUntilSame(Source(), fixed, {}, [](const FixResult &candidate) {
            return ObjectVerdict{candidate.token_rules.empty(), ""};
        });
    EXPECT_TRUE(Has(kept.text, "static int x = 0;\n"));
    EXPECT_TRUE(Has(kept.text, "return g(a);"));
    EXPECT_EQ(kept.dropped.size(), 2u);
}

TEST(StyleObject, AFileIsItsOwnSource)
{
    Session session{".", "", std::cout, std::cerr, {}, 0};
    FixResult fixed = MendText(Source(), {});
    auto sources = FindSources(session, {}, Source(), fixed);
    ASSERT_TRUE(sources.ok());
    ASSERT_EQ(sources->size(), 1u);
    EXPECT_EQ((*sources)[0].written, Source().text);
    EXPECT_EQ((*sources)[0].mended, fixed.text);
}

TEST(StyleObject, WhatIsNoObjectIsRefused)
{
    for (const std::string &bytes :
         {std::string(), std::string("\177ELF"),
          "\177ELF\2" + std::string(200, '\377')}) {
        EXPECT_FALSE(ReadObjectSections(bytes).ok());
    }
}

}  // namespace
}  // namespace laio
