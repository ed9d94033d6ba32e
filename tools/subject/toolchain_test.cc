#include "tools/subject/toolchain.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

TEST(FindProgram, TakesTheFirstExecutableOfThePath)
{
    EXPECT_EQ(FindProgram("sh", "/nonexistent:/bin:/usr/bin"), "/bin/sh");
}

TEST(FindProgram, PassesOverFoldersAndRelativePlaces)
{
    EXPECT_EQ(FindProgram("bin", "/usr"), "");
    EXPECT_EQ(FindProgram("sh", ".:bin:"), "");
}

TEST(FindToolchain, ASearchPathWithoutCompilerIsAnErrorOfTheEnvironment)
{
    Result<Toolchain> found = FindToolchain(Language::kC, "/nonexistent");

    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().kind, ErrorKind::kEnvironment);
    EXPECT_NE(found.error().message.find("no `cc` on PATH (/nonexistent)"),
              std::string::npos)
        << found.error().message;
}

TEST(FindToolchain, FindsTheCompilerAndGLibsFlags)
{
    Result<Toolchain> found = FindToolchain(Language::kCxx, "/usr/bin:/bin");

    ASSERT_TRUE(found.ok()) << found.error().message;
    EXPECT_EQ(found->compiler.filename(), "c++");
    EXPECT_FALSE(found->glib_flags.empty());
}

}  // namespace
}  // namespace laio
