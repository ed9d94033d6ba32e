#include "tools/dev/find_versions.h"

#include <gtest/gtest.h>

#include "tools/git/scratch_repository.h"

namespace laio {
namespace {

std::vector<std::string> ContentsOf(const VersionSearch &search)
{
    std::vector<std::string> contents;
    auto found = FindVersions(search);
    EXPECT_TRUE(found) << (found ? "" : found.error().message);
    if (found) {
        for (const FileVersion &version : *found) {
            contents.push_back(version.content);
        }
    }
    return contents;
}

using Strings = std::vector<std::string>;

TEST(FindVersions, FileIsFoundUnderBothItsNames)
{
    ScratchRepository tree;
    tree.Commit({{"linux-aio.c", "1\n"}});
    tree.Commit({{"linux-aio.c", std::nullopt}, {"block/linux-aio.c", "2\n"}});
    EXPECT_EQ(ContentsOf({.trees = {tree.directory()}}),
              Strings({"1\n", "2\n"}));
}

TEST(FindVersions, WhatTwoTreesHaveIsFoundOnce)
{
    ScratchRepository one;
    ScratchRepository two;
    one.Commit({{"linux-aio.c", "1\n"}});
    one.Commit({{"linux-aio.c", "2\n"}});
    two.Commit({{"block/linux-aio.c", "2\n"}});
    two.Commit({{"block/linux-aio.c", "3\n"}});
    EXPECT_EQ(ContentsOf({.trees = {one.directory(), two.directory()}}),
              Strings({"1\n", "2\n", "3\n"}));
}

TEST(FindVersions, TreeWithoutTheFileIsBadInput)
{
    ScratchRepository tree;
    tree.Commit({{"aio.c", "1\n"}});
    auto found = FindVersions({.trees = {tree.directory()}});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().kind, ErrorKind::kBadInput);
    EXPECT_NE(found.error().message.find("block/linux-aio.c"),
              std::string::npos);
}

}  // namespace
}  // namespace laio
