#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(BreakLine, ChoosesTheOperatorThatBindsLeast)
{
    ExpectFixed(
        "line-over-80",
        {{"comparison of two sides",
          "+    g_assert(the_number_of_entries == "
          "count_them_all_and_again(list_of_them[the_index]));\n",
          "+    g_assert(the_number_of_entries ==\n"
          "+             count_them_all_and_again("
          "list_of_them[the_index]));\n"},
         {"comma before or",
          "+    report_to_them(a_name_for_it, THE_FIRST_FLAG_OF_ALL | "
          "THE_SECOND_FLAG | A_THIRD_ONE);\n",
          "+    report_to_them(a_name_for_it,\n"
          "+                   THE_FIRST_FLAG_OF_ALL | THE_SECOND_FLAG | "
          "A_THIRD_ONE);\n"},
         {"choice stays whole",
          "+        the_element = (bits_of_a_long == 32 ? take_the_half(it) : "
          "take_the_whole(it));\n",
          "+        the_element =\n"
          "+            (bits_of_a_long == 32 ? take_the_half(it) : "
          "take_the_whole(it));\n"}});
}

TEST(BreakLine, FindsAWayWhereTheParenthesisIsTooFarRight)
{
    ExpectFixed(
        "line-over-80",
        {{"one argument",
          "+    if (the_menu_item_is_active(THE_CHECK_MENU_ITEM(state->"
          "the_item_that_shows))) {\n",
          "+    if (the_menu_item_is_active(\n"
          "+            THE_CHECK_MENU_ITEM(state->the_item_that_shows))) {\n"},
         {"goes on from above",
          "+    the_function_with_a_long_name_for_all(first,\n"
          "+                                          THE_MACRO(argument_to_it_"
          "is_long_too));\n",
          "+    the_function_with_a_long_name_for_all(first,\n"
          "+                                        THE_MACRO(argument_to_it_"
          "is_long_too));\n"},
         {"parts of a literal",
          "+        warn_report(\"unit %d of socket-%\" PRId64 \" is there "
          "in the node %\" PRId64, a, b);\n",
          "+        warn_report(\"unit %d of socket-%\" PRId64\n"
          "+                    \" is there in the node %\" PRId64, a, "
          "b);\n"}});
}

TEST(BreakLine, OpensBracesAndMacros)
{
    ExpectFixed(
        "line-over-80",
        {{"initialiser",
          "+uint16_t values[] = { 0x4000, 0xbc00, 0x44cd, 0x3a66, 0x4200, "
          "0x7a1a, 0x4780, 1 };\n",
          "+uint16_t values[] = {\n"
          "+    0x4000, 0xbc00, 0x44cd, 0x3a66, 0x4200, 0x7a1a, 0x4780, 1\n"
          "+};\n"},
         {"macro",
          "+#define THE_CHIPLET(obj) OBJECT_CHECK(TheChiplet, (obj), "
          "TYPE_THE_CHIPLET_OF_IT_ALL)\n",
          "+#define THE_CHIPLET(obj) \\\n"
          "+    OBJECT_CHECK(TheChiplet, (obj), TYPE_THE_CHIPLET_OF_IT_ALL)\n"},
         {"last line of a macro",
          "+#define A(b) \\\n"
          "+    the_function_it_is(the_first_argument, the_second_argument, "
          "a_third_argument, b)\n",
          "+#define A(b) \\\n"
          "+    the_function_it_is(the_first_argument, the_second_argument, "
          "\\\n+                       a_third_argument, b)\n"}});
}

TEST(BreakLine, PutsCommentsWhereTheyBelong)
{
    ExpectFixed(
        "line-over-80",
        {{"behind what opens a block",
          "+    } else if (a_condition) { /* which holds in a few of all the "
          "cases that we see */\n+        b();\n+    }\n",
          "+    } else if (a_condition) {\n"
          "+        /* which holds in a few of all the cases that we see */\n"
          "+        b();\n+    }\n"},
         {"list in a comment",
          "+/*\n+ *   one, and what is to be said of this one thing goes on "
          "for quite some more time\n+ */\n",
          "+/*\n+ *   one, and what is to be said of this one thing goes on "
          "for quite some more\n+ *   time\n+ */\n"}});
}

TEST(BreakLine, PutsALongUrlOnALineOfItsOwn)
{
    std::string url = "https://example.org/" + std::string(90, 'a');
    ExpectFixed("line-over-90",
                {{"behind words", "+/*\n+ * See: " + url + "\n+ */\n",
                  "+/*\n+ * See:\n+ * " + url + "\n+ */\n"},
                 {"between words", "+/*\n+ * See " + url + " there\n+ */\n",
                  "+/*\n+ * See\n+ * " + url + "\n+ * there\n+ */\n"}});
}

TEST(BreakLine, PutsTheBodyOfAFunctionBelow)
{
    ExpectFixed(
        "line-over-80",
        {{"one statement",
          "+static inline int read_all_the_arguments(int index, "
          "const char *text) { return -1; }\n",
          "+static inline int read_all_the_arguments(int index, "
          "const char *text)\n+{\n+    return -1;\n+}\n"}});
}

TEST(BreakLine, NeverBreaksALiteral)
{
    std::string line = "+    \"" + std::string(78, 'x') + "\" PRIx64,\n";
    ExpectFixed("line-over-90", {{"literal", line, line}});
}

}  // namespace
}  // namespace laio::style
