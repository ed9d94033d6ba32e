#include "tools/git/commit_range.h"

#include <gtest/gtest.h>

#include "tools/git/scratch_repository.h"
#include "tools/git/text_diff.h"

namespace laio {
namespace {

TEST(CommitRangeTest, CommitsComeOldestFirstWithWhatTheyChanged)
{
    ScratchRepository repository;
    std::string start = repository.Commit({{"a.c", "one\n"}});
    std::string second = repository.Commit({{"a.c", "two\n"}});
    std::string third =
        repository.Commit({{"a.c", std::nullopt}, {"b.c", "new\n"}});
    auto commits =
        ReadCommitRange(repository.directory(), start + ".." + third);
    ASSERT_TRUE(commits);
    ASSERT_EQ(commits->size(), 2u);
    EXPECT_EQ((*commits)[0].id, second);
    ASSERT_EQ((*commits)[0].files.size(), 1u);
    EXPECT_EQ((*commits)[0].files[0].before, "one\n");
    EXPECT_EQ((*commits)[0].files[0].after, "two\n");
    EXPECT_NE((*commits)[0].author.find('<'), std::string::npos);
    EXPECT_EQ((*commits)[1].files.size(), 2u);
    EXPECT_FALSE((*commits)[1].files[0].after);
}

TEST(CommitRangeTest, OneVersionAloneIsThatCommit)
{
    ScratchRepository repository;
    repository.Commit({{"a.c", "one\n"}});
    std::string second = repository.Commit({{"a.c", "two\n"}});
    auto commits = ReadCommitRange(repository.directory(), second);
    ASSERT_TRUE(commits);
    ASSERT_EQ(commits->size(), 1u);
    EXPECT_EQ((*commits)[0].id, second);
}

TEST(CommitRangeTest, UnknownVersionIsBadInputThatNamesIt)
{
    ScratchRepository repository;
    repository.Commit({{"a.c", "one\n"}});
    auto commits = ReadCommitRange(repository.directory(), "x..y");
    ASSERT_FALSE(commits);
    EXPECT_EQ(commits.error().kind, ErrorKind::kBadInput);
    EXPECT_NE(commits.error().message.find("x..y"), std::string::npos);
}

TEST(TextDiffTest, DifferenceIsWhatGitPrints)
{
    auto diff = DiffTexts("a\nb\n", "a\nc\n", "dir/f.c");
    ASSERT_TRUE(diff);
    EXPECT_TRUE(diff->starts_with("diff --git a/dir/f.c b/dir/f.c\nindex "));
    EXPECT_NE(diff->find("--- a/dir/f.c\n+++ b/dir/f.c\n@@ -1,2 +1,2 @@\n a\n"
                         "-b\n+c\n"),
              std::string::npos);
    EXPECT_EQ(*DiffTexts("a\n", "a\n", "f.c"), "");
}

}  // namespace
}  // namespace laio
