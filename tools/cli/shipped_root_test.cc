#include "tools/cli/shipped_root.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

TEST(ShippedRootTest, IsBesideTheFolderOfAnInstalledProgram)
{
    EXPECT_EQ(InstalledRoot("/opt/x/bin/laio"), "/opt/x/lib/laio");
    EXPECT_EQ(InstalledRoot("/usr/bin/laio"), "/usr/lib/laio");
    EXPECT_EQ(InstalledRoot("/usr/lib/laio/laio-full"), "/usr/lib/laio");
}

}  // namespace
}  // namespace laio
