// laio apply and laio salvage --series, on a small repository.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "tools/cli/commands.h"
#include "tools/git/scratch_repository.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

constexpr const char *kBefore =
    "int one;\nint two;\nint three;\nint four;\nint five;\n";
constexpr const char *kFirst = "@@ -2,3 +2,3 @@\n int two;\n-int three;\n"
                               "+int third;\n int four;\n";
constexpr const char *kSecond = "@@ -2,3 +2,3 @@\n int two;\n-int third;\n"
                                "+int last;\n int four;\n";

std::string MailOf(const std::string &subject, const std::string &hunks,
                   const std::string &path = "a.c")
{
    return "From 0 Mon Sep 17 00:00:00 2001\n"
           "From: Ann Author <ann@example.org>\n"
           "Date: Tue, 12 Jul 2016 17:25:00 +0200\n"
           "Subject: " + subject + "\n\nWhy.\n---\n"
           "diff --git a/" + path + " b/" + path + "\n--- a/" + path +
           "\n+++ b/" + path + "\n" + hunks + "-- \n2.39\n\n";
}

struct Ran {
    int status = 0;
    std::string out;
    std::string err;
};

class ApplyTest : public testing::Test {
 protected:
    ApplyTest()
    {
        start_ = repository_.Commit({{"a.c", kBefore}, {"b.c", "x\n"}});
    }

    std::string Put(const std::string &name, const std::string &text)
    {
        fs::path file = fs::path(testing::TempDir()) / name;
        std::ofstream(file, std::ios::binary) << text;
        return file.string();
    }

    Ran Laio(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin() + 1,
                         {"--tree", repository_.directory()});
        return LaioIn(fs::current_path(), arguments);
    }

    Ran LaioIn(const fs::path &folder, std::vector<std::string> arguments)
    {
        std::ostringstream out;
        std::ostringstream err;
        Session session{folder, folder, out, err, {}, 0};
        Command laio{"laio", "laio"};
        laio.commands = {ApplyCommand(session), SalvageCommand(session)};
        std::vector<const char *> argv = {"laio"};
        for (const std::string &argument : arguments) {
            argv.push_back(argument.c_str());
        }
        int status = RunCommandLine(laio, static_cast<int>(argv.size()),
                                    argv.data());
        return {status, out.str(), err.str()};
    }

    std::string At(const std::string &rev, const std::string &path)
    {
        auto tree = repository_->At(rev);
        auto file = (*tree)->Read(path);
        return file && *file ? (*file)->content : "(none)";
    }

    std::string Head() { return *repository_->CommitId("HEAD"); }

    ScratchRepository repository_;
    std::string start_;
};

std::string After(const std::string &word)
{
    return "int one;\nint two;\nint " + word + ";\nint four;\nint five;\n";
}

TEST_F(ApplyTest, WritesToTheWorkTreeAlone)
{
    Ran ran = Laio({"apply", Put("m", MailOf("[PATCH] x", kFirst))});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.out, "a.c: applied\n");
    EXPECT_EQ(repository_.OnDisk("a.c"), After("third"));
    EXPECT_EQ(Head(), start_);
    EXPECT_TRUE(repository_->CheckNothingStaged());
}

TEST_F(ApplyTest, StagesWithIndex)
{
    Ran ran = Laio({"apply", "--index", Put("m", MailOf("x", kFirst))});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_FALSE(repository_->CheckNothingStaged());
}

TEST_F(ApplyTest, CommitsASeriesInItsOrder)
{
    Ran ran = Laio({"apply", "--commit",
                    Put("m", MailOf("[PATCH 2/2] b: second", kSecond) +
                                 MailOf("[PATCH 1/2] a: first", kFirst))});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_NE(ran.out.find(" a: first\n"), std::string::npos) << ran.out;
    EXPECT_EQ(At("HEAD~1", "a.c"), After("third"));
    EXPECT_EQ(At("HEAD", "a.c"), After("last"));
    EXPECT_EQ(repository_.OnDisk("a.c"), After("last"));
    EXPECT_EQ(*repository_->CommitId("HEAD~2"), start_);
    EXPECT_TRUE(repository_->CheckNothingStaged());
}

TEST_F(ApplyTest, CommitsOnAnotherVersionWithoutMovingAnything)
{
    repository_.Commit({{"a.c", "int rewritten;\n"}});
    std::string head = Head();
    Ran ran = Laio({"apply", "--commit", "--base", start_,
                    Put("m", MailOf("[PATCH] x", kFirst))});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(Head(), head);
    EXPECT_EQ(repository_.OnDisk("a.c"), "int rewritten;\n");
    EXPECT_EQ(At(ran.out.substr(0, 40), "a.c"), After("third"));
}

TEST_F(ApplyTest, WritesNothingWhenALaterPatchDoesNotFit)
{
    Ran ran = Laio({"apply", "--commit",
                    Put("m", MailOf("[PATCH 1/2] a", kFirst) +
                                 MailOf("[PATCH 2/2] b", kFirst, "b.c"))});
    EXPECT_EQ(ran.status, 3);
    EXPECT_NE(ran.err.find("cannot apply b.c"), std::string::npos) << ran.err;
    EXPECT_EQ(Head(), start_);
    EXPECT_EQ(repository_.OnDisk("a.c"), kBefore);
}

TEST_F(ApplyTest, DoesNotCommitOverChangesOfTheUser)
{
    std::ofstream(repository_.directory() + "/a.c") << "int mine;\n";
    Ran ran = Laio({"apply", "--commit", Put("m", MailOf("x", kFirst))});
    EXPECT_EQ(ran.status, 3);
    EXPECT_NE(ran.err.find("not staged"), std::string::npos) << ran.err;
    EXPECT_EQ(Head(), start_);
    EXPECT_EQ(repository_.OnDisk("a.c"), "int mine;\n");
}

TEST_F(ApplyTest, SaysThatAPatchIsInAlready)
{
    std::string mail = Put("m", MailOf("x", kFirst));
    Laio({"apply", "--commit", mail});
    std::string head = Head();
    Ran again = Laio({"apply", "--commit", mail});
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_NE(again.out.find("already applied"), std::string::npos);
    EXPECT_EQ(Head(), head);
}

TEST_F(ApplyTest, LeavesRejectsInsideTheTree)
{
    std::string hunks = std::string(kFirst) +
                        "@@ -5 +5 @@\n-int nothing;\n+int x;\n";
    Ran ran = Laio({"apply", "--reject", Put("m", MailOf("x", hunks))});
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(repository_.OnDisk("a.c"), After("third"));
    EXPECT_NE(repository_.OnDisk("a.c.rej").value_or("").find("+int x;"),
              std::string::npos);
}

TEST_F(ApplyTest, ReportsOffsetsAndFuzz)
{
    repository_.Commit({{"a.c", "int zero;\nint 1;\nint two;\nint three;\n"
                                "int four;\nint five;\n"}});
    std::string hunk = "@@ -1,5 +1,5 @@\n int one;\n int two;\n-int three;\n"
                       "+int third;\n int four;\n int five;\n";
    Ran ran = Laio({"apply", Put("m", MailOf("x", hunk))});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_NE(ran.out.find("offset 1, fuzz 1"), std::string::npos) << ran.out;
}

TEST_F(ApplyTest, NamesTheLineOfAPathThatIsRefused)
{
    for (const char *path : {"../../etc/passwd", ".GIT/config", "x/.git./y",
                             ".git\xE2\x80\x8C/config", "git~1/config",
                             ".git::$INDEX_ALLOCATION/x"}) {
        std::string mail = Put("m", MailOf("x", kFirst, path));
        Ran ran = Laio({"apply", mail});
        EXPECT_EQ(ran.status, 3) << path;
        EXPECT_NE(ran.err.find(mail + ":8: the path"), std::string::npos)
            << ran.err;
    }
}

TEST_F(ApplyTest, MakesNoSymlinkThatLeadsOut)
{
    std::string link = "diff --git a/l b/l\nnew file mode 120000\n"
                       "--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+";
    std::string end = "\n\\ No newline at end of file\n";
    for (const char *target : {"/etc/passwd", "../x", ".git/config"}) {
        EXPECT_EQ(Laio({"apply", Put("m", link + target + end)}).status, 3);
        EXPECT_FALSE(fs::exists(fs::symlink_status(
            repository_.directory() + "/l")));
    }
    EXPECT_EQ(Laio({"apply", Put("m", link + "a.c" + end)}).status, 0);
    EXPECT_EQ(fs::read_symlink(repository_.directory() + "/l"), "a.c");
}

TEST_F(ApplyTest, SalvageWritesASeriesAndWhatReviewersSaid)
{
    std::string reply = "From: Rob <rob@example.org>\n"
                        "Subject: Re: [PATCH 2/2] b: second\n\n"
                        "On Tue, Jul 12, 2016, Ann Author wrote:\n"
                        "> diff --git a/a.c b/a.c\n> --- a/a.c\n> +++ b/a.c\n"
                        "> @@ -2,3 +2,3 @@\n>  int two;\n> -int third;\n"
                        "> +int last;\n\nWhy last?\n\n>  int four;\n";
    std::string folder = testing::TempDir() + "/series";
    fs::remove_all(folder);
    Ran ran = Laio({"salvage", "--series", folder,
                    Put("m", MailOf("[PATCH 2/2] b: second", kSecond) +
                                 MailOf("[PATCH 1/2] a: first", kFirst) +
                                 "From 0 Mon Sep 17 00:00:00 2001\n" +
                                 reply)});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_TRUE(fs::exists(folder + "/0001-a-first.patch"));
    EXPECT_TRUE(fs::exists(folder + "/0002-b-second.patch"));
    EXPECT_FALSE(fs::exists(folder + "/0003-b-second.patch"));
    std::ifstream file(folder + "/0002-b-second.comments.txt");
    std::string comments(std::istreambuf_iterator<char>(file), {});
    EXPECT_NE(comments.find("Rob"), std::string::npos) << comments;
    EXPECT_NE(comments.find("a.c:3"), std::string::npos) << comments;
    EXPECT_NE(comments.find("> +int last;"), std::string::npos) << comments;
    EXPECT_NE(comments.find("    Why last?"), std::string::npos) << comments;
}

TEST_F(ApplyTest, SalvageWithoutATreeWritesWhatIsWholeAndChecksNothing)
{
    std::string mail = Put("m", MailOf("[PATCH] a: first", kFirst));
    Ran ran = LaioIn(testing::TempDir(), {"salvage", mail});
    EXPECT_EQ(ran.status, 1) << ran.err;
    EXPECT_NE(ran.out.find(kFirst), std::string::npos) << ran.out;
    EXPECT_NE(ran.err.find("a.c: GUESSED"), std::string::npos) << ran.err;

    // With a tree that does not have the file, that tree is the wrong one.
    mail = Put("m", MailOf("[PATCH] c: first", kFirst, "c.c"));
    EXPECT_EQ(Laio({"salvage", mail}).status, 3);
}

}  // namespace
}  // namespace laio
