#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(C99Comments, AreReportedOutsideOfLiteralsAndComments)
{
    ExpectReported("c99-comments",
                   {{"behind code", "+x; // one\n", {1}},
                    {"licence", "+// SPDX-License-Identifier: MIT\n", {}},
                    {"in a literal", "+x = \"//\";\n", {}},
                    {"in a comment", "+/* // */\n", {}},
                    {"script", "+x // y\n", {}, "a.sh"}});
}

TEST(C99Comments, BecomeBlockComments)
{
    ExpectFixed("c99-comments",
                {{"behind code", "+x; // one \n", "+x; /* one */\n"},
                 {"alone", "+    //one\n", "+    /* one */\n"},
                 {"empty", "+//\n", "+/* */\n"},
                 {"apostrophe", "+// don't\n", "+/* don't */\n"},
                 {"would close early", "+x; // a */ b\n", "+x; // a */ b\n"},
                 {"goes on below", "+// a \\\n+b\n", "+// a \\\n+b\n"}});
}

}  // namespace
}  // namespace laio::style
