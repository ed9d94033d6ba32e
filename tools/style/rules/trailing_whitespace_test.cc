#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(TrailingWhitespace, IsReportedOnAddedLinesOnly)
{
    ExpectReported(
        "trailing-whitespace",
        {{"behind code", "+x;  \n", {1}},
         {"TAB behind code", "+x;\t\n", {1}},
         {"nothing but blanks", "+x;\n+   \n", {2}},
         {"clean", "+x;\n+\n", {}},
         {"old line", " x;  \n+y;\n", {}},
         {"removed line", "-x;  \n+y;\n", {}},
         {"line ends with CR", "+x;\r\n", {}},
         {"CR inside an open comment", "+/*\r\n+ */\n", {1}},
         {"documentation", "+text  \n", {}, "docs/a.txt"},
         {"script", "+text  \n", {1}, "scripts/a.py"},
         {"imported header", "+x;  \n", {}, "linux-headers/a.h"}});
}

TEST(TrailingWhitespace, IsCutOffWhereThatIsSafe)
{
    ExpectFixed("trailing-whitespace",
                {{"code", "+x;  \n y;  \n", "+x;\n y;  \n"},
                 {"nothing but blanks", "+    \n", "+\n"},
                 {"behind a backslash", "+x \\ \n+y\n", "+x \\\n+y\n"},
                 {"not C", "+x  \n", "+x  \n", "a.sh"}});
}

}  // namespace
}  // namespace laio::style
