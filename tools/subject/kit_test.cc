#include "tools/subject/kit.h"

#include <gtest/gtest.h>

#include <fstream>

namespace laio {
namespace {

namespace fs = std::filesystem;

class KitTest : public testing::Test {
 protected:
    KitTest() : root_(fs::path(testing::TempDir()) / "kit")
    {
        fs::remove_all(root_);
        for (const char *file :
             {"qemu_compat/include/qemu/osdep.h", "tests/harness/runner",
              "tests/bench/io_bench", "block/linux_aio.cc", "block/ours.so",
              "block/subjects/other.c", "block/subjects/other.so",
              "block/subjects/never-built.c"}) {
            fs::create_directories((root_ / file).parent_path());
            std::ofstream(root_ / file) << file;
        }
        fs::current_path(root_);
    }

    fs::path root_;
};

TEST_F(KitTest, IsNamedByAbsolutePathsHoweverItsFolderIs)
{
    auto kit = FindKit("block/..");
    ASSERT_TRUE(kit) << kit.error().message;
    for (const fs::path &path :
         {kit->include, kit->project_root, kit->runner, kit->io_bench,
          kit->shipped[0].source, kit->shipped[0].object}) {
        EXPECT_TRUE(path.is_absolute()) << path;
        EXPECT_TRUE(fs::exists(path)) << path;
    }
}

TEST_F(KitTest, ShipsOursAndWhatWasBuilt)
{
    auto kit = FindKit(root_);
    ASSERT_TRUE(kit);
    ASSERT_EQ(kit->shipped.size(), 2u);
    EXPECT_EQ(kit->shipped[0].name, "ours");
    EXPECT_EQ(kit->shipped[1].name, "other");
}

TEST_F(KitTest, NamesWhatIsMissing)
{
    fs::remove(root_ / "tests/harness/runner");
    auto kit = FindKit(root_);
    ASSERT_FALSE(kit);
    EXPECT_NE(kit.error().message.find("tests/harness/runner"),
              std::string::npos);
}

}  // namespace
}  // namespace laio
