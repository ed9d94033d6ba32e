#include "tools/subject/compile.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tools/subject/work_folder.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

// A kit with one header, so that nothing but the compiler is needed.
class CompileTest : public testing::Test {
 protected:
    CompileTest() : work_(*WorkFolder::Make())
    {
        kit_.project_root = work_.path() / "project";
        kit_.include = kit_.project_root / "qemu_compat/include";
        fs::create_directories(kit_.include / "qemu");
        fs::create_directories(kit_.project_root / "block");
        fs::create_directories(work_.path() / "made");
        Put("qemu_compat/include/qemu/osdep.h", "#define ANSWER 42\n");
        Put("block/part.h", "inline int part() { return 1; }\n");
    }

    void Put(const std::string &name, const std::string &text)
    {
        ASSERT_TRUE(WriteFile(kit_.project_root / name, text).ok());
    }

    Compiled CompileText(const std::string &name, const std::string &text)
    {
        Source source{name, text};
        Result<Toolchain> toolchain =
            FindToolchain(source.language(), "/usr/bin:/bin");
        EXPECT_TRUE(toolchain.ok());
        Result<Compiled> compiled =
            Compile(source, *toolchain, kit_, work_.path() / "made",
                    SandboxMode::kOff);
        EXPECT_TRUE(compiled.ok());
        return compiled.ok() ? *std::move(compiled) : Compiled{};
    }

    WorkFolder work_;
    Kit kit_;
};

TEST_F(CompileTest, MakesASharedObjectFromCAgainstTheContract)
{
    Compiled compiled = CompileText(
        "linux-aio.c", "#include \"qemu/osdep.h\"\nint f(void);\n"
                       "int f(void) { return ANSWER; }\n");

    EXPECT_TRUE(compiled.ok) << compiled.output;
    EXPECT_TRUE(fs::exists(compiled.object));
    EXPECT_EQ(compiled.output, "");
}

TEST_F(CompileTest, CxxFindsTheProjectsHeaders)
{
    Compiled compiled =
        CompileText("ours.cc", "#include \"block/part.h\"\n"
                               "auto f = [] { return part(); };\n");

    EXPECT_TRUE(compiled.ok) << compiled.output;
}

TEST_F(CompileTest, ErrorsCarryTheNameThatTheCallerGave)
{
    Compiled compiled =
        CompileText("v2/block/linux-aio.c", "int x;\nint f( { }\n");

    EXPECT_FALSE(compiled.ok);
    EXPECT_GE(compiled.errors, 1);
    EXPECT_EQ(compiled.output.find("v2/block/linux-aio.c:2:"), 0u)
        << compiled.output;
}

TEST_F(CompileTest, ErrorsInTheContractCarryTheProjectsNames)
{
    Put("qemu_compat/include/qemu/bad.h", "#error not here\n");

    Compiled compiled =
        CompileText("linux-aio.c", "#include \"qemu/bad.h\"\n");

    EXPECT_NE(compiled.output.find("\nqemu_compat/include/qemu/bad.h:1:2: "
                                   "error: #error not here"),
              std::string::npos)
        << compiled.output;
    EXPECT_EQ(compiled.output.find("In file included from linux-aio.c:1:"),
              0u);
}

TEST_F(CompileTest, WarningsAreCountedAndDoNotRefuse)
{
    Compiled compiled = CompileText(
        "linux-aio.c", "int f(void);\nint f(void) { int unused; return 1; }\n");

    EXPECT_TRUE(compiled.ok);
    EXPECT_EQ(compiled.warnings, 1);
    EXPECT_EQ(compiled.errors, 0);
}

TEST_F(CompileTest, ANameThatLooksLikeAnOptionIsAFile)
{
    EXPECT_TRUE(CompileText("-v.c", "int x;\n").ok);
}

TEST_F(CompileTest, AFileOutsideOfWhatIsShownCannotBeIncluded)
{
    Put("secret", "#error seen\n");
    Source source{"linux-aio.c",
                  "#include \"" +
                      fs::canonical(kit_.project_root / "secret").string() +
                      "\"\n"};
    Result<Toolchain> toolchain = FindToolchain(Language::kC, "/usr/bin:/bin");
    ASSERT_TRUE(toolchain.ok());

    Result<Compiled> compiled =
        Compile(source, *toolchain, kit_, work_.path() / "made",
                SandboxMode::kBubblewrap);

    ASSERT_TRUE(compiled.ok()) << compiled.error().message;
    EXPECT_NE(compiled->output.find("No such file or directory"),
              std::string::npos)
        << compiled->output;
}

TEST(Source, TheSuffixDecidesTheLanguage)
{
    EXPECT_EQ((Source{"a/linux-aio.c", ""}).language(), Language::kC);
    EXPECT_EQ((Source{"block/linux_aio.cc", ""}).language(), Language::kCxx);
    EXPECT_EQ((Source{"linux-aio.c.orig", ""}).language(), Language::kC);
}

}  // namespace
}  // namespace laio
