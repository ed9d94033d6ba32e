#include "tools/git/tree.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tools/git/scratch_repository.h"

namespace laio {
namespace {

TEST(BlobId, IsWhatGitComputes)
{
    // git hash-object --stdin </dev/null, and of "hello\n".
    EXPECT_EQ(BlobId(""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
    EXPECT_EQ(BlobId("hello\n"), "ce013625030ba8dba906f756967f9e9ca394464a");
}

TEST(CheckPath, AcceptsWhatStaysInside)
{
    EXPECT_TRUE(CheckPath("block/linux-aio.c"));
    EXPECT_TRUE(CheckPath(".gitignore"));
    EXPECT_TRUE(CheckPath("a/..b/c..d"));
}

TEST(CheckPath, RefusesWhatLeadsOutOrIntoGit)
{
    for (const char *path :
         {"", "/etc/passwd", "../x", "a/../../x", "a//b", "./a", "a/.",
          ".git/config", "sub/.GIT/hooks/x", ".git. /x", "git~1/config",
          "a\nb", "a\\b"}) {
        EXPECT_FALSE(CheckPath(path)) << path;
    }
}

TEST(GitRepository, RefusesAFolderThatIsNone)
{
    auto opened = GitRepository::Open("/proc/self");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::kBadInput);
    EXPECT_NE(opened.error().message.find("not a git checkout"),
              std::string::npos);
}

TEST(GitRepository, ReadsAFileAsAVersionHadIt)
{
    ScratchRepository repository;
    std::string first = repository.Commit({{"dir/a.c", "one\n"}});
    repository.Commit({{"dir/a.c", "two\n"}});

    auto tree = repository->At(first);
    ASSERT_TRUE(tree);
    auto file = (*tree)->Read("dir/a.c");
    ASSERT_TRUE(file && *file);
    EXPECT_EQ((*file)->content, "one\n");
    EXPECT_EQ((*file)->mode, 0100644u);
    EXPECT_EQ((*(*repository->At("HEAD"))->Read("dir/a.c"))->content, "two\n");
    EXPECT_FALSE(*(*tree)->Read("dir"));
    EXPECT_FALSE(*(*tree)->Read("dir/b.c"));
}

TEST(GitRepository, SaysWhichVersionIsUnknown)
{
    ScratchRepository repository;
    repository.Commit({{"a", "1\n"}});
    auto tree = repository->At("v9.9");
    ASSERT_FALSE(tree);
    EXPECT_NE(tree.error().message.find("'v9.9'"), std::string::npos);
}

TEST(GitRepository, FindsABlobOfThePastByItsAbbreviatedId)
{
    ScratchRepository repository;
    repository.Commit({{"a.c", "one\n"}});
    repository.Commit({{"a.c", "two\n"}});
    auto found = (*repository->At("HEAD"))
                     ->FindBlob(BlobId("one\n").substr(0, 7), "a.c");
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->content, "one\n");
    EXPECT_EQ((*found)->id, BlobId("one\n"));
}

TEST(GitRepository, DoesNotFindBlobsThatAreNotThere)
{
    ScratchRepository repository;
    repository.Commit({{"a.c", "one\n"}});
    auto tree = repository->At("HEAD");
    EXPECT_FALSE(*(*tree)->FindBlob("0123456", "a.c"));
    EXPECT_FALSE(*(*tree)->FindBlob("not-hex", "a.c"));
    EXPECT_FALSE(*(*tree)->FindBlob("", "a.c"));
}

TEST(GitRepository, TellsABlobFromACommitWhoseIdBeginsAlike)
{
    ScratchRepository repository;
    repository.Commit({{"a.c", "one\n"}});
    std::string prefix = repository->CommitId("HEAD")->substr(0, 4);
    std::string content = "0\n";
    for (int i = 1; !BlobId(content).starts_with(prefix); i++) {
        content = std::to_string(i) + "\n";
    }
    repository.Commit({{"b.c", content}});
    auto tree = repository->At("HEAD");
    auto found = (*tree)->FindBlob(prefix, "b.c");
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->content, content);
}

TEST(GitRepository, PutsTheLikestOfBlobsThatBeginAlikeFirst)
{
    ScratchRepository repository;
    std::string file = "int one;\nint two;\n";
    std::string prefix = BlobId(file).substr(0, 4);
    std::string other = "0\n";
    for (int i = 1; !BlobId(other).starts_with(prefix); i++) {
        other = std::to_string(i) + "\n";
    }
    repository.Commit({{"a.c", file}, {"b.c", other}});
    repository.Commit({{"a.c", file + "int three;\n"}, {"b.c", "1\n" + other}});
    auto tree = repository->At("HEAD");
    auto of_a = (*tree)->FindBlobs(prefix, "a.c");
    auto of_b = (*tree)->FindBlobs(prefix, "b.c");
    ASSERT_TRUE(of_a && of_a->size() == 2 && of_b && of_b->size() == 2);
    EXPECT_EQ((*of_a)[0].content, file);
    EXPECT_EQ((*of_b)[0].content, other);
    EXPECT_EQ((*of_b)[1].content, file);
}

TEST(GitRepository, KnowsWhatAFileWasBefore)
{
    ScratchRepository repository;
    repository.Commit({{"a.c", "one\n"}});
    repository.Commit({{"a.c", "two\n"}});
    repository.Commit({{"b.c", "other\n"}});
    auto tree = repository->At("HEAD");
    auto versions = (*tree)->Versions("a.c", 10);
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(versions[0].content, "two\n");
    EXPECT_EQ(versions[1].content, "one\n");
    EXPECT_EQ((*tree)->Versions("a.c", 1).size(), 1u);
    EXPECT_TRUE((*tree)->Versions("none.c", 10).empty());
}

TEST(GitRepository, WritesAllFilesOrNone)
{
    ScratchRepository repository;
    repository.Commit({{"a.c", "one\n"}, {"old.c", "bye\n"}});
    EXPECT_TRUE(repository->Write({{"a.c", "new\n"},
                                   {"deep/er/b.c", "b\n"},
                                   {"old.c", std::nullopt}}));
    EXPECT_EQ(repository.OnDisk("a.c"), "new\n");
    EXPECT_EQ(repository.OnDisk("deep/er/b.c"), "b\n");
    EXPECT_FALSE(repository.OnDisk("old.c"));

    // a.c is a file, so nothing can be put below it.
    EXPECT_FALSE(repository->Write({{"deep/er/b.c", "changed\n"},
                                    {"a.c/x", "x\n"}}));
    EXPECT_EQ(repository.OnDisk("deep/er/b.c"), "b\n");
    EXPECT_FALSE(repository.OnDisk("deep/er/b.c.laio-new"));
    EXPECT_FALSE(repository.OnDisk("deep/er/b.c.laio-old"));
}

TEST(GitRepository, NeverWritesThroughASymlink)
{
    ScratchRepository repository;
    ScratchRepository elsewhere;
    repository.Commit({{"a.c", "one\n"}});
    repository.Link("out", elsewhere.directory());
    EXPECT_FALSE(repository->Write({{"out/evil.c", "x\n"}}));
    EXPECT_FALSE(elsewhere.OnDisk("evil.c"));
    EXPECT_FALSE((*repository->WorkTree())->Read("out/evil.c"));
}

TEST(GitRepository, SaysOfAFileThatCannotBeLookedAtThatItCannot)
{
    ScratchRepository repository;
    auto tree = repository->WorkTree();
    ASSERT_TRUE(tree);
    EXPECT_TRUE((*tree)->Read("absent.c"));
    auto file = (*tree)->Read(std::string(300, 'a'));
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().kind, ErrorKind::kEnvironment);
}

TEST(GitRepository, HasNoWorkTreeWhenItIsOnlyTheStore)
{
    ScratchRepository repository;
    repository.Commit({{"a.c", "one\n"}});
    std::string store = repository.directory() + "-store";
    std::filesystem::remove_all(store);
    std::filesystem::copy(repository.directory() + "/.git", store,
                          std::filesystem::copy_options::recursive);
    auto opened = GitRepository::Open(store);
    ASSERT_TRUE(opened);
    EXPECT_EQ((*opened)->WorkTreeDirectory(), "");
    EXPECT_FALSE((*opened)->WorkTree());
    EXPECT_FALSE((*opened)->Write({{"a.c", "x\n"}}));
    EXPECT_EQ((*(*(*opened)->At("HEAD"))->Read("a.c"))->content, "one\n");
}

TEST(GitRepository, CommitsWithAuthorAndMessage)
{
    ScratchRepository repository;
    std::string first = repository.Commit({{"a.c", "one\n"}});
    std::string second = repository.Commit({{"a.c", "two\n"}});
    EXPECT_EQ(second.size(), 40u);
    EXPECT_NE(first, second);
    EXPECT_EQ((*(*repository->At("HEAD~1"))->Read("a.c"))->content, "one\n");
}

}  // namespace
}  // namespace laio
