#include "tools/patch/binary_patch.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

// Bytes 0 to 255, twice: what git wrote its delta for.
std::string Before()
{
    std::string bytes;
    for (int i = 0; i < 512; i++) {
        bytes += char(i % 256);
    }
    return bytes;
}

TEST(ApplyBinary, TakesAContentAsItIs)
{
    auto made = ApplyBinary({"literal 8", "PcmZQzWMWpxODzWg12qA0", ""}, "");
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(*made, std::string("\0\1\2\3 new", 8));
}

TEST(ApplyBinary, ChangesAContent)
{
    std::string after = Before();
    after.replace(100, 3, "\xff\xfe\xfd\xfc");
    auto made = ApplyBinary(
        {"delta 15", "XcmZo*X=Is@!t(#$-#;7EXEFi+H?Rk)", "", "delta 14",
         "VcmZo<X<(U<GC7rT&SFMJMgSw91UUcz", ""},
        Before());
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(*made, after);
}

TEST(ApplyBinary, RefusesWhatIsDamaged)
{
    for (std::vector<std::string> lines : std::vector<std::vector<std::string>>{
             {},
             {"literal x"},
             {"literal 99999999999"},
             {"literal 8"},
             {"literal 9", "PcmZQzWMWpxODzWg12qA0"},
             {"literal 8", "OcmZQzWMWpxODzWg12qA0"},
             {"literal 8", "PcmZQzWMWpxODzWg12qA"},
             {"literal 8", "PcmZQzWMWpx\"DzWg12qA0"},
             {"literal 8", "PcmZQzWMWp~ODzWg12qA0"},
             {"delta 8", "PcmZQzWMWpxODzWg12qA0"}}) {
        EXPECT_FALSE(ApplyBinary(lines, Before()));
    }
    EXPECT_FALSE(ApplyBinary({"delta 15", "XcmZo*X=Is@!t(#$-#;7EXEFi+H?Rk)"},
                             "another file"));
}

}  // namespace
}  // namespace laio
