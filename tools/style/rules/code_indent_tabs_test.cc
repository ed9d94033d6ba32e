#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(CodeIndentTabs, AreReportedAnywhereInTheLine)
{
    ExpectReported("code-indent-tabs",
                   {{"indent", "+\tx;\n", {1}},
                    {"behind code", "+x;\ty;\n", {1}},
                    {"in a comment", "+/* a\tb */\n", {1}},
                    {"old line", " \tx;\n+y;\n", {}},
                    {"script", "+\tx\n", {1}, "a.py"},
                    {"Makefile", "+\tx\n", {}, "Makefile"},
                    {"assembler", "+\tx\n", {}, "a.S"}});
}

TEST(CodeIndentTabs, BecomeBlanksUpToTheNextStop)
{
    ExpectFixed("code-indent-tabs",
                {{"indent", "+\tx;\n", "+        x;\n"},
                 {"behind text", "+abc\tx;\n", "+abc     x;\n"},
                 {"in a literal", "+x = \"a\tb\";\n", "+x = \"a\tb\";\n"},
                 {"script", "+\tx\n", "+\tx\n", "a.py"}});
}

}  // namespace
}  // namespace laio::style
