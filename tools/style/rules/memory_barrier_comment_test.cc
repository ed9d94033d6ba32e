#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(MemoryBarrierComment, IsAskedForBesideOrRightAbove)
{
    ExpectReported(
        "memory-barrier-comment",
        {{"none", "+    smp_mb();\n", {1}},
         {"behind", "+    smp_rmb(); /* why */\n", {}},
         {"above", "+    /* why */\n+    smp_wmb();\n", {}},
         {"old and above", "     /* why */\n+    smp_wmb();\n", {}},
         {"behind the statement above", "+    x; /* why */\n+    smp_mb();\n",
          {}},
         {"block above", "+    /*\n+     * why\n+     */\n+    smp_mb();\n",
          {}},
         {"hunk starts within one", "      * why\n      */\n+    smp_mb();\n",
          {}},
         {"blank line between", "+    /* why */\n+\n+    smp_mb();\n", {3}},
         {"removed line between",
          "+    /* why */\n-    smp_wmb();\n+    smp_mb();\n", {3}},
         {"removed line within",
          "+    /* why\n-    smp_wmb();\n+     */\n+    smp_mb();\n", {}},
         {"before it", "+    /* why */ smp_mb();\n", {1}},
         {"line comment", "+    // why\n+    smp_mb();\n", {2}},
         {"other barriers", "+    smp_mb_acquire();\n+    barrier();\n",
          {}}});
}

}  // namespace
}  // namespace laio::style
