#include "tools/patch/masked_word.h"

#include <gtest/gtest.h>

#include "tools/patch/salvage_testing.h"

namespace laio {
namespace {

TEST(StandsFor, OnlyTheNameOfAnAddressIsCut)
{
    EXPECT_TRUE(StandsFor("<ann...@x.org>", "<ann.a@x.org>"));
    EXPECT_TRUE(StandsFor("a", "a"));
    EXPECT_FALSE(StandsFor("<ann...@x.org>", "<ann@x.org>"));
    EXPECT_FALSE(StandsFor("<ann...@x.org>", "<ann.a@y.org>"));
    EXPECT_FALSE(StandsFor("<ann...@x.org>", "<bob.a@x.org>"));
    EXPECT_FALSE(StandsFor("ann...", "ann.a"));
}

TEST(Unmasked, TakesTheOnlyAddressThereIs)
{
    EXPECT_EQ(Unmasked("M:  A <a...@x.org> b", {"S: A <ab@x.org> c"}),
              "M:  A <ab@x.org> b");
    EXPECT_EQ(Unmasked("a...@x.org", {"ab@x.org", "ac@x.org"}), "a...@x.org");
    EXPECT_EQ(Unmasked("a...@x.org", {}), "a...@x.org");
}

const std::string kOld = "A\nM: Ann <ann.author@x.org>\nF: a.c\n";
const std::string kNew = "A\nM: Ann <ann.author@x.org>\nM: Bob <bob@x.org>\n"
                         "F: a.c\n\nB\nM: Ann <ann.author@x.org>\n";

std::string MaskedDiff()
{
    std::string diff = Diff(kOld, kNew);
    return diff.substr(0, diff.find("@@")) +
           "@@ -1,3 +1,7 @@\n A\n M: Ann <ann.aut...@x.org>\n"
           "+M: Bob <bob@x.org>\n F: a.c\n+\n+B\n"
           "+M: Ann <ann.aut...@x.org>\n";
}

TEST(Salvage, KnowsMaskedAddressesFromTheFile)
{
    SalvagedFile file = File(MaskedDiff(), Files({{"a.c", kOld}}));
    EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
    EXPECT_EQ(file.after, kNew);
}

TEST(Salvage, DoesNotCallAMaskedAddressKnown)
{
    std::string diff = Replace(Diff(), "index ", "Index-was-here ");
    diff = Replace(diff, "return a + 1;", "a(\"b...@x.org\");");
    EXPECT_EQ(File(diff).grade, Grade::kGuessed);
}

}  // namespace
}  // namespace laio
