#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

constexpr char kDefined[] =
    "+static TypeInfo info = {\n+    .name = \"a\",\n+};\n";

TEST(MakeConst, WantsEveryUseToRead)
{
    std::string wanted =
        "+static const TypeInfo info = {\n+    .name = \"a\",\n+};\n";
    std::string reads = "+    type_register_static(&info);\n";
    std::string writes = "+    info.name = b;\n";
    ExpectFixed("const-ops",
                {{"registered", kDefined + reads, wanted + reads},
                 {"changed", kDefined + writes, kDefined + writes},
                 {"both", kDefined + reads + writes,
                  kDefined + reads + writes},
                 {"there before", kDefined + std::string(" g(&info);\n"),
                  kDefined + std::string(" g(&info);\n")}});
}

TEST(MakeConst, LeavesWhatAFunctionFillsIn)
{
    std::string local =
        "+    TypeInfo info = {\n+        .name = a,\n+    };\n";
    ExpectFixed("const-ops", {{"local", local, local}});
}

}  // namespace
}  // namespace laio::style
