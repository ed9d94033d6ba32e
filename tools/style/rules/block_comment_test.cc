#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(BlockComment, WantsItsOpenerOnALineOfItsOwn)
{
    ExpectReported(
        "block-comment-leading",
        {{"text behind", "+/* a\n+ * b\n+ */\n", {1}},
         {"text behind kernel-doc", "+/** a\n+ */\n", {1}},
         {"alone", "+/*\n+ * a\n+ */\n", {}},
         {"kernel-doc alone", "+/**\n+ * a\n+ */\n", {}},
         {"one line", "+/* a */\n", {}},
         {"second comment of a line", "+x; /* a */ y; /* b\n+ */\n", {1}},
         {"literal, though no comment", "+x = g(\"/dev/*\");\n", {1}},
         {"old line", " /* a\n+ * b\n  */\n", {}}});
}

TEST(BlockComment, WantsAStarBelowItsOpener)
{
    ExpectReported("block-comment-star",
                   {{"no star", "+/*\n+   a\n+ */\n", {2}},
                    {"star", "+/*\n+ * a\n+ */\n", {}},
                    {"only the line below", "+/*\n+ * a\n+ b\n+ */\n", {}},
                    {"opener is old", " /*\n+  a\n  */\n", {}},
                    {"literal", "+x = \"/*\";\n+y;\n", {}}});
}

TEST(BlockComment, WantsItsCloserOnALineOfItsOwn)
{
    ExpectReported("block-comment-trailing",
                   {{"text before", "+/*\n+ * a */\n", {2}},
                    {"opener is old", " /*\n+ * a */\n", {2}},
                    {"alone", "+/*\n+ * a\n+ */\n", {}},
                    {"box", "+/*\n+ **********/\n", {}},
                    {"one line", "+x; /* a */\n", {}}});
}

TEST(BlockComment, WantsItsStarsInOneColumn)
{
    ExpectReported("block-comment-align",
                   {{"too far", "+/*\n+  * a\n+  */\n", {2}},
                    {"and back", "+/*\n+ * a\n+  * b\n+ */\n", {3, 4}},
                    {"behind code", "+x; /*\n+    * a\n+    */\n", {}},
                    {"TAB", "+        /*\n+\t * a\n+\t */\n", {}},
                    {"aligned", "+/*\n+ * a\n+ */\n", {}}});
}

TEST(BlockComment, IsBroughtIntoForm)
{
    ExpectFixed(
        "block-comment-leading",
        {{"two lines", "+    /* a\n+       b */\n",
          "+    /*\n+     * a\n+     * b\n+     */\n"},
         {"stars", "+/* a\n+ * b\n+ */\n", "+/*\n+ * a\n+ * b\n+ */\n"},
         {"kernel-doc", "+/** a\n+ */\n", "+/**\n+ * a\n+ */\n"},
         {"blank line inside", "+/* a\n+\n+   b */\n",
          "+/*\n+ * a\n+ *\n+ * b\n+ */\n"},
         {"indent inside", "+/* a\n+     b\n+   c */\n",
          "+/*\n+ * a\n+ *   b\n+ * c\n+ */\n"},
         {"behind code", "+    x; /* a\n+        * b */\n",
          "+    /*\n+     * a\n+     * b\n+     */\n+    x;\n"},
         {"behind a brace", "+    if (x) { /* a\n+              * b */\n",
          "+    if (x) {\n+        /*\n+         * a\n+         * b\n"
          "+         */\n"},
         {"rest is old", "+    /* a\n      * b\n      */\n",
          "+    /*\n+     * a\n      * b\n      */\n"}});
}

TEST(BlockComment, StaysWhenItsFormMayMeanSomething)
{
    ExpectFixed("block-comment-leading",
                {{"macro", "+#define A /* a \\\n+ b */\n",
                  "+#define A /* a \\\n+ b */\n"},
                 {"literal", "+x = \"/dev/*\";\n", "+x = \"/dev/*\";\n"}});
}

TEST(BlockComment, IsMendedLineByLineWhereItIsOld)
{
    ExpectFixed("block-comment-trailing",
                {{"closer", " /*\n+ * a */\n", " /*\n+ * a\n+ */\n"},
                 {"star before it", " /*\n  * a\n+ * */\n",
                  " /*\n  * a\n+ */\n"}});
    ExpectFixed("block-comment-align",
                {{"star", " /*\n+ * a\n+  * b\n  */\n",
                  " /*\n+ * a\n+ * b\n  */\n"}});
    ExpectFixed("block-comment-star",
                {{"every line below", "+/*\n+   a\n+   b\n+ */\n",
                  "+/*\n+ * a\n+ * b\n+ */\n"}});
}

TEST(BlockComment, LosesItsFrameAndForeignMarks)
{
    ExpectFixed("block-comment-leading",
                {{"frame", "+/*********\n+ * a\n+ */\n",
                  "+/*\n+ * a\n+ */\n"},
                 {"mark of Doxygen", "+/*! a\n+    b */\n",
                  "+/**\n+ * a\n+ * b\n+ */\n"},
                 {"bars between rules",
                  "+/*-----\n+| a\n+|\n+*-----*/\n",
                  "+/*\n+ * -----\n+ * a\n+ *\n+ * -----\n+ */\n"},
                 {"behind a macro", "+#define A 1 /* a\n+    b */\n",
                  "+/*\n+ * a\n+ * b\n+ */\n+#define A 1\n"}});
}

TEST(BlockComment, IsMendedWhereTheRestOfItIsOld)
{
    ExpectFixed("block-comment-trailing",
                {{"no star", " x; /* a\n+      b */\n",
                  " x; /* a\n+      b\n+    */\n"}});
    ExpectFixed("block-comment-leading",
                {{"behind code", "+x; /* a\n       b */\n",
                  "+x; /*\n+    * a\n       b */\n"}});
}

}  // namespace
}  // namespace laio::style
