#include "tools/base/replace_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <iterator>

namespace laio {
namespace {

namespace fs = std::filesystem;

class ReplaceFileTest : public testing::Test {
 protected:
    ReplaceFileTest()
    {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        Put("old\n");
    }

    void Put(const std::string &text)
    {
        std::ofstream(file_, std::ios::binary) << text;
    }
    std::string Read() const
    {
        std::ifstream in(file_, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }
    long Files() const
    {
        return std::distance(fs::directory_iterator(folder_), {});
    }

    const fs::path folder_ = fs::path(testing::TempDir()) / "replace_file";
    const fs::path file_ = folder_ / "a.c";
};

TEST_F(ReplaceFileTest, TextIsNewAndModeIsKept)
{
    const mode_t umask_before = umask(077);
    fs::permissions(file_, fs::perms(0775));
    EXPECT_TRUE(ReplaceFile(file_, "new\n").ok());
    EXPECT_EQ(Read(), "new\n");
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms(0775));
    EXPECT_EQ(Files(), 1);
    umask(umask_before);
}

TEST_F(ReplaceFileTest, LinkStaysOne)
{
    const fs::path link = folder_ / "link.c";
    fs::create_symlink("a.c", link);
    EXPECT_TRUE(ReplaceFile(link, "new\n").ok());
    EXPECT_TRUE(fs::is_symlink(link));
    EXPECT_EQ(Read(), "new\n");
}

TEST_F(ReplaceFileTest, FileWithoutRoomForTheNewOneStaysAsItIs)
{
    const auto signal_before = signal(SIGXFSZ, SIG_IGN);
    rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit tight = {8, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    Status done = ReplaceFile(file_, std::string(4096, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, signal_before);
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().kind, ErrorKind::kEnvironment);
    EXPECT_NE(done.error().message.find(file_.string()), std::string::npos);
    EXPECT_EQ(Read(), "old\n");
    EXPECT_EQ(Files(), 1);
}

TEST_F(ReplaceFileTest, FileThatIsNotThereIsNotMade)
{
    EXPECT_FALSE(ReplaceFile(folder_ / "none.c", "new\n").ok());
    EXPECT_EQ(Files(), 1);
}

}  // namespace
}  // namespace laio
