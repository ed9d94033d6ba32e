#include "tools/cli/plain_style.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tools/base/write_file.h"

namespace laio {
namespace {

class PlainStyleTest : public testing::Test {
 protected:
    PlainStyleTest()
    {
        std::filesystem::current_path(testing::TempDir());
        Put("bad.patch", "+int a; \n");
        Put("good.patch", "+int a;\n");
        Put("bad.c", nullptr);
    }

    // A patch that adds the line; for null a file.
    static void Put(const std::string &name, const char *line)
    {
        std::string text = line ? "Signed-off-by: A <a@b.org>\n"
                                  "---\n"
                                  "diff --git a/a.c b/a.c\n"
                                  "--- a/a.c\n"
                                  "+++ b/a.c\n"
                                  "@@ -0,0 +1 @@\n" +
                                      std::string(line)
                                : "int b; \n";
        ASSERT_TRUE(WriteFile(name, text).ok());
    }

    static std::optional<PlainAnswer> Ask(std::vector<const char *> arguments)
    {
        arguments.insert(arguments.begin(), "laio");
        return AnswerPlainStyle(static_cast<int>(arguments.size()),
                                arguments.data());
    }
};

TEST_F(PlainStyleTest, TellsFindingsInOrder)
{
    std::optional<PlainAnswer> answer =
        Ask({"style", "--terse", "bad.patch", "good.patch", "bad.c"});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->exit_status, 1);
    EXPECT_EQ(answer->text, "bad.patch:7: ERROR: trailing whitespace\n"
                            "bad.c:1: ERROR: trailing whitespace\n");
}

TEST_F(PlainStyleTest, IsZeroForWhatIsClean)
{
    std::optional<PlainAnswer> answer = Ask({"style", "good.patch"});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->exit_status, 0);
    EXPECT_EQ(answer->text, "no findings\n");
}

TEST_F(PlainStyleTest, LeavesOtherCallsToTheFullProgram)
{
    for (const std::vector<const char *> &arguments :
         std::vector<std::vector<const char *>>{
             {},
             {"review", "bad.patch"},
             {"style"},
             {"style", "-"},
             {"style", "--json", "bad.patch"},
             {"style", "--terse", "--terse", "bad.patch"},
             {"style", "HEAD..topic"},
             {"style", "@response"},
             {"style", ""}}) {
        EXPECT_FALSE(Ask(arguments));
    }
}

TEST_F(PlainStyleTest, LeavesInputsThatAreNoPatchesToTheFullProgram)
{
    ASSERT_TRUE(WriteFile("words.patch", "just words\n").ok());
    ASSERT_TRUE(WriteFile("empty.patch", "").ok());
    for (const char *name : {"words.patch", "empty.patch", "none", "."}) {
        EXPECT_FALSE(Ask({"style", "good.patch", name})) << name;
    }
}

TEST_F(PlainStyleTest, LeavesPipesUnreadForTheFullProgram)
{
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    ASSERT_EQ(write(ends[1], "words\n", 6), 6);
    close(ends[1]);
    std::string name = "/dev/fd/" + std::to_string(ends[0]);
    EXPECT_FALSE(Ask({"style", name.c_str()}));
    char first = 0;
    EXPECT_EQ(read(ends[0], &first, 1), 1);
    EXPECT_EQ(first, 'w');
    close(ends[0]);
}

TEST_F(PlainStyleTest, LeavesLargeFilesToTheFullProgram)
{
    std::string text = "int a;\n";
    text.resize(size_t{1} << 20, 'a');
    ASSERT_TRUE(WriteFile("large.c", text).ok());
    EXPECT_TRUE(Ask({"style", "large.c"}));
    ASSERT_TRUE(WriteFile("larger.c", text + "a").ok());
    EXPECT_FALSE(Ask({"style", "larger.c"}));
}

}  // namespace
}  // namespace laio
