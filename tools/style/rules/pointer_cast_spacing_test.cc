#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(PointerCastSpacing, IsReportedForWhateverIsAType)
{
    ExpectReported("pointer-cast-spacing",
                   {{"fixed type", "+    x = (char*)y;\n", {1}},
                    {"structure", "+    x = (struct a*)y;\n", {1}},
                    {"learnt by being cast to", "+    x = (ring*)y;\n", {1}},
                    {"blank behind", "+    x = (char * )y;\n", {1}},
                    {"blank between", "+    x = (char * *)y;\n", {1}},
                    {"as it should be", "+    x = (char **)y;\n", {}},
                    {"constant pointer", "+    x = (char * const *)y;\n", {}},
                    {"member, no type", "+    x = (a.b*)y;\n", {}},
                    {"in a literal", "+    x = \"(char*)\";\n", {}}});
}

TEST(PointerCastSpacing, IsMended)
{
    ExpectFixed(
        "pointer-cast-spacing",
        {{"glued", "+    x = (struct a*)y;\n", "+    x = (struct a *)y;\n"},
         {"stars apart", "+    x = (char * *)y;\n", "+    x = (char **)y;\n"},
         {"two in a line", "+    x = (a*)(b*)c;\n",
          "+    x = (a *)(b *)c;\n"}});
}

}  // namespace
}  // namespace laio::style
