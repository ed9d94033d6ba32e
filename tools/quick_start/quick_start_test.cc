// What programs do with the C and the C++ library, in a program that is linked
// with musl when it is built with -c opt.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace laio {
namespace {

struct Guard {
    explicit Guard(int *left) : left(left) {}
    ~Guard()
    {
        ++*left;
    }

    int *left;
};

void ThrowThrough(int depth, int *left)
{
    Guard guard(left);
    if (depth == 0) {
        throw std::string("from below");
    }
    ThrowThrough(depth - 1, left);
}

TEST(QuickStart, UnwindsToWhoeverCatches)
{
    int left = 0;
    std::string caught;
    try {
        ThrowThrough(10, &left);
    } catch (const std::string &what) {
        caught = what;
    }
    EXPECT_EQ(caught, "from below");
    EXPECT_EQ(left, 11);
    EXPECT_THROW(std::stoi("no number"), std::invalid_argument);
}

TEST(QuickStart, HandsMemoryFromThreadToThread)
{
    std::mutex mutex;
    std::condition_variable filled;
    std::vector<std::string> texts;
    constexpr int kThreads = 4;
    constexpr int kEach = 2000;
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < kEach; ++i) {
                std::string text(static_cast<size_t>(i), 'x');
                std::lock_guard lock(mutex);
                texts.push_back(std::move(text));
                filled.notify_one();
            }
        });
    }
    size_t bytes = 0;
    for (int seen = 0; seen < kThreads * kEach; ++seen) {
        std::unique_lock lock(mutex);
        filled.wait(lock, [&] { return !texts.empty(); });
        bytes += texts.back().size();
        texts.pop_back();
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    EXPECT_EQ(bytes, size_t{kThreads} * kEach * (kEach - 1) / 2);
}

TEST(QuickStart, CountsReferencesOfTwoThreads)
{
    auto shared = std::make_shared<int>(1);
    auto copy_often = [&shared] {
        for (int i = 0; i < 100000; ++i) {
            std::shared_ptr<int> copy = shared;
            ASSERT_EQ(*copy, 1);
        }
    };
    std::thread other(copy_often);
    copy_often();
    other.join();
    EXPECT_EQ(shared.use_count(), 1);
}

TEST(QuickStart, SeesFilesAsTheyAre)
{
    std::string path = testing::TempDir() + "/file";
    int fd = open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0640);
    ASSERT_GE(fd, 0);
    ASSERT_EQ(write(fd, "12345", 5), 5);
    struct stat about = {};
    ASSERT_EQ(fstat(fd, &about), 0);
    EXPECT_EQ(about.st_size, 5);
    EXPECT_TRUE(S_ISREG(about.st_mode));
    close(fd);
    EXPECT_EQ(std::filesystem::file_size(path), 5u);
    EXPECT_EQ(open((path + "/none").c_str(), O_RDONLY), -1);
    EXPECT_EQ(errno, ENOTDIR);
}

TEST(QuickStart, GrowsContainersAndStrings)
{
    std::unordered_map<std::string, std::vector<int>> numbers;
    for (int i = 0; i < 5000; ++i) {
        numbers[std::to_string(i % 700)].push_back(i);
    }
    EXPECT_EQ(numbers.size(), 700u);
    EXPECT_EQ(numbers["699"].back(), 4899);
    std::string text;
    for (int i = 0; i < 5000; ++i) {
        text.insert(text.size() / 2, std::to_string(i));
    }
    EXPECT_EQ(text.size(), 10u + 90 * 2 + 900 * 3 + 4000 * 4);
}

}  // namespace
}  // namespace laio
