#include "tools/git/file_history.h"

#include <gtest/gtest.h>

#include "tools/git/scratch_repository.h"
#include "tools/git/tree.h"

namespace laio {
namespace {

class FileHistoryTest : public ::testing::Test {
 protected:
    std::vector<FileVersion> Find(HistoryQuery query)
    {
        auto found = FileHistory(repository_.directory(), query);
        EXPECT_TRUE(found);
        return found ? *found : std::vector<FileVersion>();
    }

    static std::vector<std::string> Contents(
        const std::vector<FileVersion> &versions)
    {
        std::vector<std::string> contents;
        for (const FileVersion &version : versions) {
            contents.push_back(version.content);
        }
        return contents;
    }

    ScratchRepository repository_;
};

using Strings = std::vector<std::string>;

TEST_F(FileHistoryTest, EveryContentIsFoundOnceOldestFirst)
{
    repository_.Commit({{"other", "1\n"}});
    std::string first = repository_.Commit({{"dir/a.c", "one\n"}});
    repository_.Commit({{"dir/a.c", "two\n"}});
    repository_.Commit({{"dir/a.c", "one\n"}});
    auto found = Find({.paths = {"dir/a.c"}});
    ASSERT_EQ(Contents(found), Strings({"one\n", "two\n"}));
    EXPECT_EQ(found[0].blob, BlobId("one\n"));
    EXPECT_EQ(found[0].commit, first);
    EXPECT_EQ(found[0].subject, "files");
    EXPECT_EQ(found[0].path, "dir/a.c");
    EXPECT_GT(found[0].committed_s, 0);
}

TEST_F(FileHistoryTest, RenamedFileIsFollowedByItsNames)
{
    repository_.Commit({{"a.c", "one\n"}});
    repository_.Commit({{"a.c", std::nullopt}, {"dir/a.c", "one\n"}});
    repository_.Commit({{"dir/a.c", "two\n"}});
    EXPECT_EQ(Contents(Find({.paths = {"a.c", "dir/a.c"}})),
              Strings({"one\n", "two\n"}));
}

TEST_F(FileHistoryTest, TwoFilesOfAFolderAreBothFound)
{
    repository_.Commit({{"dir/a.c", "a\n"}, {"dir/b.c", "b\n"}});
    EXPECT_EQ(Contents(Find({.paths = {"dir/a.c", "dir/b.c"}})),
              Strings({"a\n", "b\n"}));
}

TEST_F(FileHistoryTest, BranchIsFoundOnlyWhenAllAreAskedFor)
{
    repository_.Commit({{"a.c", "one\n"}});
    std::string ahead = repository_.Commit({{"a.c", "two\n"}});
    repository_.Branch("development", ahead);
    repository_.ResetTo("HEAD~1");
    EXPECT_EQ(Contents(Find({.paths = {"a.c"}})), Strings({"one\n"}));
    EXPECT_EQ(Contents(Find({.paths = {"a.c"}, .all_refs = true})),
              Strings({"one\n", "two\n"}));
    EXPECT_EQ(Contents(Find({.paths = {"a.c"}, .rev = "development"})),
              Strings({"one\n", "two\n"}));
}

TEST_F(FileHistoryTest, FolderOfThatNameIsNoVersion)
{
    repository_.Commit({{"a.c/b", "1\n"}});
    EXPECT_TRUE(Find({.paths = {"a.c"}}).empty());
}

TEST_F(FileHistoryTest, UnknownVersionIsBadInput)
{
    repository_.Commit({{"a.c", "one\n"}});
    auto found = FileHistory(repository_.directory(),
                             {.paths = {"a.c"}, .rev = "v9.9"});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().kind, ErrorKind::kBadInput);
    EXPECT_NE(found.error().message.find("'v9.9'"), std::string::npos);
}

TEST_F(FileHistoryTest, FolderWithoutARepositoryIsBadInput)
{
    auto found = FileHistory("/proc/self", {.paths = {"a.c"}});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().kind, ErrorKind::kBadInput);
}

}  // namespace
}  // namespace laio
