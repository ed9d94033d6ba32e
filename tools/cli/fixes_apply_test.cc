// Whether the changes that only QEMU needs apply to block/linux_aio.cc, from
// where they are ported.

#include <gtest/gtest.h>

#include <filesystem>

#include "tools/base/result.h"
#include "tools/cli/command_testing.h"
#include "tools/git/tree.h"
#include "tools/patch/apply.h"
#include "tools/patch/parse.h"

namespace laio {
namespace {

TEST(FixesApplyTest, WhereTheyWereMade)
{
    const std::string ours = "block/linux_aio.cc";
    int applied = 0;
    for (const auto &file : std::filesystem::directory_iterator(
             Runfile("tools/port/fixes"))) {
        const std::string name = file.path().filename();
        MemoryTree tree;
        tree.Put(ours, ReadAll(Runfile(ours)));
        Result<Patch> patch = ParsePatch(ReadAll(file.path()), name);
        ASSERT_TRUE(patch) << name;
        auto changes = ApplyToMemory({{*patch}}, tree);
        ASSERT_TRUE(changes) << name << ": " << changes.error().message;
        EXPECT_NE(changes->at(0).after, changes->at(0).before) << name;
        ++applied;
    }
    EXPECT_GE(applied, 1);
}

}  // namespace
}  // namespace laio
