#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(NoSpaceInsideBracket, IsReportedOncePerSideOfALine)
{
    ExpectReported("no-space-inside-bracket",
                   {{"behind the opener", "+    x = a[ 1];\n", {1}},
                    {"before the closer", "+    x = a[1 ];\n", {1}},
                    {"both", "+    x = a[ 1 ];\n", {1, 1}},
                    {"goes on below", "+    x = a[\n+        1];\n", {}},
                    {"in a literal", "+    x = \"[ 1 ]\";\n", {}}});
}

TEST(NoSpaceInsideBracket, IsMendedAllOverTheLine)
{
    ExpectFixed("no-space-inside-bracket",
                {{"two closers", "+    x = a[1 ] + b[2 ];\n",
                  "+    x = a[1] + b[2];\n"},
                 {"names of operands",
                  "+    : [ a ] \"r\"(a), [ b ] \"r\"(b)\n",
                  "+    : [a] \"r\"(a), [b] \"r\"(b)\n"},
                 {"nothing between", "+    int x[  ] = { [ 1 ] = 2 };\n",
                  "+    int x[] = { [1] = 2 };\n"},
                 {"many blanks at the end", "+    x[(y >> 24)         ]\n",
                  "+    x[(y >> 24)]\n"},
                 {"text in literals stays", "+    x[ f(\"[ \") ];\n",
                  "+    x[f(\"[ \")];\n"}});
}

}  // namespace
}  // namespace laio::style
