#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(PointerSpacing, WantsTheStarWithTheName)
{
    ExpectReported(
        "pointer-spacing",
        {{"star at the type", "+    char* a;\n", {1}},
         {"star alone", "+    char * a;\n", {1}},
         {"camel case is a type", "+    MemoryRegion* a;\n", {1}},
         {"three capitals are no type", "+    x = ABC * y;\n", {}},
         {"learnt from a declaration", "+    foo *a;\n+    x = foo * b;\n",
          {2}},
         {"not learnt from removed lines",
          "-    foo *a;\n+    x = foo * b;\n", {}},
         {"parameter", "+int f(struct a* b)\n", {1}},
         {"as it should be", "+    char **a;\n", {}},
         {"constant pointer", "+    char *const a;\n", {}},
         {"a cast on the line hides it", "+    char* a = (char *)b;\n", {}},
         {"product", "+    z = x * y;\n", {}},
         {"attribute behind the star",
          "+static coroutine_fn ABC f(int a);\n+ABC * coroutine_fn g(a)\n",
          {}}});
}

TEST(PointerSpacing, IsMendedInDeclarationsOnly)
{
    ExpectFixed("pointer-spacing",
                {{"star at the type", "+    char* a;\n", "+    char *a;\n"},
                 {"stars apart", "+    char * *a;\n", "+    char **a;\n"},
                 {"may be a product", "+    z = uint8_t* y;\n",
                  "+    z = uint8_t* y;\n"}});
}

}  // namespace
}  // namespace laio::style
