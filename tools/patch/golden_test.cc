// Every mail of testdata/ against what was made of it before: NNNN-name.patch
// and .json beside it. To write them anew after a wanted change:
//
//     GOLDENS=update bazel run //tools/patch:golden_test

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tools/patch/patch_json.h"
#include "tools/patch/salvage.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

fs::path Folder()
{
    const char *workspace = std::getenv("BUILD_WORKSPACE_DIRECTORY");
    return fs::path(workspace ? workspace : ".") / "tools/patch/testdata";
}

bool Updating()
{
    const char *wish = std::getenv("GOLDENS");
    return wish && std::string(wish) == "update";
}

std::string Read(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void Compare(const fs::path &golden, const std::string &text)
{
    if (Updating()) {
        std::ofstream(golden, std::ios::binary) << text;
    }
    EXPECT_EQ(Read(golden), text) << golden;
}

std::vector<fs::path> Mails()
{
    std::vector<fs::path> mails;
    for (const auto &entry : fs::directory_iterator(Folder())) {
        std::string extension = entry.path().extension().string();
        if (extension == ".mbox" || extension == ".txt") {
            mails.push_back(entry.path());
        }
    }
    std::sort(mails.begin(), mails.end());
    return mails;
}

TEST(Goldens, AreWhatTheMailsGive)
{
    MemoryTree tree;
    tree.Put("block/queue.c", Read(Folder() / "queue.c.before"));
    ASSERT_GE(Mails().size(), 10u);
    for (const fs::path &path : Mails()) {
        SCOPED_TRACE(path.filename());
        auto mails = DecodeMail(Read(path), path.filename().string());
        ASSERT_TRUE(mails);
        auto results = SalvageSeries(*mails, tree);
        ASSERT_TRUE(results) << results.error().message;
        nlohmann::json json = ToJson(*results);
        std::string patch = json["patch"];
        json.erase("patch");
        Compare(fs::path(path).replace_extension(".patch"), patch);
        Compare(fs::path(path).replace_extension(".json"),
                json.dump(2) + "\n");
    }
}

// Whatever a mailer did, all of these are one and the same change.
TEST(Goldens, AllProveTheSameFile)
{
    for (const fs::path &path : Mails()) {
        SCOPED_TRACE(path.filename());
        auto json = nlohmann::json::parse(
            Read(fs::path(path).replace_extension(".json")));
        EXPECT_EQ(json["files"][0]["grade"], "EXACT");
        EXPECT_EQ(json["files"][0]["insertions"], 17);
        EXPECT_EQ(json["files"][0]["deletions"], 6);
    }
}

}  // namespace
}  // namespace laio
