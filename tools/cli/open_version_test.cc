#include "tools/cli/open_version.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "tools/git/scratch_repository.h"
#include "tools/subject/work_folder.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

constexpr const char *kShipped = "block/linux_aio.cc";
constexpr const char *kText = "int shipped;\n";

class OpenVersionTest : public testing::Test {
 protected:
    OpenVersionTest()
    {
        for (const char *file : {"qemu_compat/include/qemu/osdep.h",
                                 "tests/harness/runner", "tests/bench/io_bench",
                                 "block/ours.so", kShipped}) {
            fs::create_directories((root() / file).parent_path());
            EXPECT_TRUE(WriteFile(root() / file, kText).ok());
        }
        fs::create_directories(nowhere());
    }

    fs::path root() const { return work_.path() / "shipped"; }
    fs::path nowhere() const { return work_.path() / "nowhere"; }

    Result<std::unique_ptr<Tree>> Open(const fs::path &caller,
                                       const std::string &tree = "",
                                       const std::string &base = "")
    {
        Session session{caller, root(), talk_, talk_, {}, 0};
        return OpenVersion(session, tree, base);
    }

    static std::string TextOf(const Tree &tree, const std::string &path)
    {
        Result<std::optional<TreeFile>> file = tree.Read(path);
        return file.ok() && *file ? (*file)->content : "absent";
    }

    std::ostringstream talk_;
    WorkFolder work_ = *WorkFolder::Make();
};

TEST_F(OpenVersionTest, OutsideOfACheckoutThereIsWhatShips)
{
    Result<std::unique_ptr<Tree>> tree = Open(nowhere());

    ASSERT_TRUE(tree.ok()) << tree.error().message;
    EXPECT_EQ(TextOf(**tree, kShipped), kText);
    EXPECT_EQ(TextOf(**tree, "other.c"), "absent");
    auto blob = (*tree)->FindBlob(BlobId(kText).substr(0, 7), kShipped);
    ASSERT_TRUE(blob.ok() && *blob);
    EXPECT_EQ((*blob)->id, BlobId(kText));
}

TEST_F(OpenVersionTest, WhatShipsStandsBehindTheCheckout)
{
    ScratchRepository checkout;
    checkout.Commit({{"mine.c", "int mine;\n"}, {kShipped, "int other;\n"}});

    Result<std::unique_ptr<Tree>> tree = Open(checkout.directory());

    ASSERT_TRUE(tree.ok()) << tree.error().message;
    EXPECT_EQ(TextOf(**tree, "mine.c"), "int mine;\n");
    EXPECT_EQ(TextOf(**tree, kShipped), "int other;\n");
    auto blob = (*tree)->FindBlob(BlobId(kText).substr(0, 7), kShipped);
    ASSERT_TRUE(blob.ok() && *blob);
    EXPECT_EQ((*blob)->content, kText);
}

TEST_F(OpenVersionTest, ATreeThatWasNamedIsAllThereIs)
{
    ScratchRepository named;
    named.Commit({{"mine.c", "int mine;\n"}});

    Result<std::unique_ptr<Tree>> tree = Open(nowhere(), named.directory());

    ASSERT_TRUE(tree.ok()) << tree.error().message;
    EXPECT_EQ(TextOf(**tree, kShipped), "absent");
    EXPECT_FALSE(Open(nowhere(), nowhere().string()).ok());
}

TEST_F(OpenVersionTest, AVersionThatWasNamedWantsARepository)
{
    EXPECT_FALSE(Open(nowhere(), "", "v9.0.0").ok());
}

}  // namespace
}  // namespace laio
