#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(SpaceBeforeParen, IsAskedForBehindKeywords)
{
    ExpectReported("space-before-paren",
                   {{"if", "+    if(x) {\n", {1}},
                    {"for", "+    for(;;) {\n", {1}},
                    {"while behind do", "+    } while(x);\n", {1}},
                    {"switch", "+    switch(x) {\n", {1}},
                    {"return of a comparison", "+    return(a == b);\n", {1}},
                    {"return of more", "+    return(a) + 1;\n", {1}},
                    {"#if", "+#if(X)\n", {1}},
                    {"return that loses its own", "+    return(a);\n", {}},
                    {"#elif", "+#elif(X)\n", {}},
                    {"part of a name", "+    for_if(x);\n", {}},
                    {"literal", "+    f(\"if(\");\n", {}},
                    {"old line", "     if(x)\n+    y;\n", {}}});
}

TEST(SpaceBeforeParen, IsAdded)
{
    ExpectFixed("space-before-paren",
                {{"if", "+    if(x) {\n", "+    if (x) {\n"},
                 {"return", "+    return(a == b);\n",
                  "+    return (a == b);\n"}});
}

}  // namespace
}  // namespace laio::style
