#include "tools/cli/style_commits.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include "tools/cli/command_testing.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

// A repository with two commits and a merge of nothing new.
class StyleCommitsTest : public CommandTest {
 protected:
    StyleCommitsTest()
    {
        Git({"init", "-q", "-b", "main"});
        Commit("a.c", "one;\n", "first");
        Commit("a.c", "one;\ntwo;\n", "second");
        Commit("b.c", "b;\n", "third");
    }

    void Stage(const std::string &name, const std::string &text)
    {
        Put(name, text);
        Git({"add", name});
    }

    void Commit(const std::string &name, const std::string &text,
                const std::string &subject)
    {
        Stage(name, text);
        Git({"commit", "-q", "-m", subject});
    }
};

TEST_F(StyleCommitsTest, ComeOldestFirstWithMessageStatAndDiff)
{
    auto patches = ReadCommits(folder_, "HEAD~2..HEAD");
    ASSERT_TRUE(patches.ok()) << patches.error().message;
    ASSERT_EQ(patches->size(), 2u);
    EXPECT_EQ((*patches)[0].name.size(), 40u);
    EXPECT_TRUE(Has((*patches)[0].text, "    second\n"));
    EXPECT_TRUE(Has((*patches)[0].text, " a.c | 1 +\n"));
    EXPECT_TRUE(Has((*patches)[0].text, "\n+two;\n"));
    EXPECT_TRUE(Has((*patches)[1].text, "    third\n"));
}

TEST_F(StyleCommitsTest, AreAllThereWhenOneProcessOfGitIsNotAskedForAll)
{
    std::string stream;
    for (int i = 0; i < 250; ++i) {
        std::string message = "number " + std::to_string(i);
        stream += "commit refs/heads/many\ncommitter A <a@example.org> 0 "
                  "+0000\ndata " +
                  std::to_string(message.size()) + "\n" + message + "\n";
        stream += i ? "M 644 inline a.c\ndata 4\n" +
                          std::to_string(1000 + i) + "\n"
                    : "from refs/heads/main\n";
    }
    Git({"fast-import", "--quiet"}, stream);
    auto patches = ReadCommits(folder_, "main..many", 3);
    ASSERT_TRUE(patches.ok()) << patches.error().message;
    ASSERT_EQ(patches->size(), 250u);
    for (int i = 0; i < 250; ++i) {
        const NamedPatch &patch = (*patches)[i];
        EXPECT_EQ(patch.text.find("commit " + patch.name + "\n"), 0u);
        EXPECT_TRUE(Has(patch.text, "number " + std::to_string(i) + "\n"));
        EXPECT_EQ(Has(patch.text, "@@"), i > 0) << "the first has no diff";
        EXPECT_EQ(patch.text.find("\ncommit "), patch.text.npos);
    }
}

TEST_F(StyleCommitsTest, LeaveMergesOut)
{
    Git({"checkout", "-q", "-b", "side", "HEAD~1"});
    Commit("c.c", "c;\n", "fourth");
    Git({"merge", "-q", "--no-ff", "-m", "merge", "main"});
    auto patches = ReadCommits(folder_, "main..side");
    ASSERT_TRUE(patches.ok());
    ASSERT_EQ(patches->size(), 1u);
    EXPECT_TRUE(Has((*patches)[0].text, "fourth"));
}

TEST_F(StyleCommitsTest, AreTheSameWhateverTheUserConfigured)
{
    Git({"notes", "add", "-m", "a note", "HEAD"});
    auto before = ReadCommits(folder_, "HEAD~2..HEAD");
    for (auto [name, value] : std::map<std::string, std::string>{
             {"diff.noprefix", "true"},
             {"diff.context", "0"},
             {"diff.interHunkContext", "9"},
             {"diff.external", "false"},
             {"diff.suppressBlankEmpty", "true"},
             {"color.ui", "always"},
             {"log.decorate", "short"},
             {"log.abbrevCommit", "true"},
             {"format.pretty", "oneline"}}) {
        Git({"config", name, value});
        auto after = ReadCommits(folder_, "HEAD~2..HEAD");
        ASSERT_TRUE(before.ok() && after.ok()) << name;
        EXPECT_EQ((*after)[0].text, (*before)[0].text) << name;
        EXPECT_EQ((*after)[1].text, (*before)[1].text) << name;
    }
    EXPECT_TRUE(Has((*before)[1].text, "\n+++ b/b.c\n"));
    EXPECT_FALSE(Has((*before)[1].text, "a note"));
}

TEST_F(StyleCommitsTest, RefuseWhatNamesNoCommit)
{
    auto empty = ReadCommits(folder_, "HEAD..HEAD");
    ASSERT_FALSE(empty.ok());
    EXPECT_TRUE(Has(empty.error().message, "no commit in this range"));
    auto unknown = ReadCommits(folder_, "nowhere..HEAD");
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().kind, ErrorKind::kUsage);
    EXPECT_TRUE(Has(unknown.error().message, "nowhere"));
    EXPECT_FALSE(ReadCommits(folder_, "--all..").ok());
}

TEST_F(StyleCommitsTest, StagedIsWhatTheNextCommitBrings)
{
    auto nothing = ReadStaged(folder_);
    ASSERT_TRUE(nothing.ok());
    EXPECT_EQ(nothing->text, "");
    Stage("a.c", "one;\n\ttwo;\n");
    Put("b.c", "not staged;\n");
    auto staged = ReadStaged(folder_);
    ASSERT_TRUE(staged.ok());
    EXPECT_TRUE(Has(staged->text, "\n+\ttwo;\n"));
    EXPECT_FALSE(Has(staged->text, "not staged"));
}

TEST_F(StyleCommitsTest, StagedHasNamesAsTheyAreWhereverItIsAskedFor)
{
    Git({"config", "diff.relative", "true"});
    Stage("\xC3\xBC.c", "one;\n");
    fs::create_directories(folder_ / "below");
    auto staged = ReadStaged(folder_ / "below");
    ASSERT_TRUE(staged.ok());
    EXPECT_TRUE(Has(staged->text, "\n+++ b/\xC3\xBC.c\n"));
}

TEST_F(StyleCommitsTest, StagedNeedsARepository)
{
    fs::path outside = folder_ / "outside";
    fs::create_directories(outside);
    setenv("GIT_CEILING_DIRECTORIES", folder_.c_str(), 1);
    auto staged = ReadStaged(outside);
    unsetenv("GIT_CEILING_DIRECTORIES");
    ASSERT_FALSE(staged.ok());
    EXPECT_TRUE(Has(staged.error().message, "cannot read what is staged"));
    EXPECT_FALSE(Has(staged.error().message, "\n")) << "usage of git diff";
}

}  // namespace
}  // namespace laio
