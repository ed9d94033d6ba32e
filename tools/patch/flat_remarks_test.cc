#include "tools/patch/flat_remarks.h"

#include <gtest/gtest.h>

#include "tools/patch/text_lines.h"

namespace laio {
namespace {

// What follows on the code, or nothing.
std::string RemarkIn(const std::string &line, bool in_comment = false)
{
    std::vector<std::string_view> words = SplitWords(line);
    std::size_t at = RemarkAfterCode(words, in_comment);
    return at == 0 ? "" : std::string(words[at].data());
}

TEST(RemarkAfterCode, BeginsWithASentenceAfterAStatement)
{
    EXPECT_EQ(RemarkIn("+ return r; Can this fail?"), "Can this fail?");
    EXPECT_EQ(RemarkIn("+ do { I'd rather not."), "I'd rather not.");
    EXPECT_EQ(RemarkIn("+ } OK."), "OK.");
    EXPECT_EQ(RemarkIn("+ i = 0; @@ -1,2 +1,2 @@ is wrong"),
              "@@ -1,2 +1,2 @@ is wrong");
}

TEST(RemarkAfterCode, MayBeginWithoutACapital)
{
    EXPECT_EQ(RemarkIn("+ return r; can this fail?"), "can this fail?");
}

TEST(RemarkAfterCode, MayFollowAnythingWhenItIsAWholeSentence)
{
    EXPECT_EQ(RemarkIn("+ f(a, Maybe this is wrong?"),
              "Maybe this is wrong?");
    EXPECT_EQ(RemarkIn("+ f(a, Reviewed-by: A B <a@b.org>"),
              "Reviewed-by: A B <a@b.org>");
    EXPECT_EQ(RemarkIn("+ f(a, \"This is text. Is it?"), "");
}

TEST(RemarkAfterCode, FollowsOnAnEmptyLine)
{
    EXPECT_EQ(RemarkIn("+ Why is this here?"), "Why is this here?");
    EXPECT_EQ(RemarkIn("+ Why is this here?", true), "");
    EXPECT_EQ(RemarkIn("+ unsigned int space,"), "");
}

TEST(RemarkAfterCode, IsNotSeenInCode)
{
    for (const char *line :
         {"+ Error *local_err = NULL;", "+ int f(int a, Error **errp)",
          "+ for (i = 0; i < n; i++) {", "+ case 1: return true;",
          "+ } else if (a) {", "+ a = 1; b = 2;", "+ foo(); /* Why not */",
          "+ Aml *var = aml_alloc();", "+ #define A(x) B(x)",
          "+ { .name = \"A\", Test },", "+ x; // See below"}) {
        EXPECT_EQ(RemarkIn(line), "") << line;
    }
}

TEST(RemarkAfterCode, IsNotSeenInComments)
{
    EXPECT_EQ(RemarkIn("+ * The end. Nothing follows (see: There)", true),
              "");
    EXPECT_EQ(RemarkIn("+ /* Some text; More of it */"), "");
    EXPECT_EQ(RemarkIn("+ /* a */ Why?"), "Why?");
}

}  // namespace
}  // namespace laio
