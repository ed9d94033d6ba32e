// laio port from outside: a fix, two versions, a patch that git am takes.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tools/cli/command_testing.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

constexpr const char *kFile = "block/linux-aio.c";

std::string Replaced(std::string text, const std::string &from,
                     const std::string &to)
{
    size_t at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return at == text.npos ? text : text.replace(at, from.size(), to);
}

class PortCommandTest : public CommandTest {
 protected:
    PortCommandTest()
        : good_(ReadAll(Runfile("block/subjects/getevents.c"))),
          bad_(Replaced(good_, "return -ENOSPC;", "return 0;"))
    {
        Git({"init", "-q", "."});
        Commit("start", bad_);
        fix_ = Commit("a full disk is an error", good_);
        // The same fault in a version that reads otherwise.
        target_ = Commit("other", Replaced(bad_, "if (at_end) {",
                                           "\n\n    if (at_end) {"));
    }

    std::string Commit(const std::string &subject, const std::string &text)
    {
        Put(kFile, text);
        Git({"add", "."});
        Git({"-c", "user.name=Ann", "commit", "-q", "-m", subject});
        return Git({"rev-parse", "HEAD"}).substr(0, 40);
    }

    ProcessResult Port(const std::string &onto)
    {
        return Laio({"port", "--no-sandbox", "--json", "--from", fix_,
                     "--onto", onto, "-o", "out.patch"});
    }

    std::string good_;
    std::string bad_;
    std::string fix_;
    std::string target_;
};

TEST_F(PortCommandTest, FixIsProvedAndItsPatchIsTakenByGitAm)
{
    ProcessResult result = Port(".@" + target_);
    ASSERT_EQ(result.exit_status, 0) << result.out << result.err;
    nlohmann::json json = Json(result);
    EXPECT_EQ(json["proof"], "proved");
    EXPECT_EQ(json["hunks"][0]["state"], "ported");
    EXPECT_EQ(json["hunks"][0]["function"], "laio_result");
    EXPECT_FALSE(json["verdicts"]["fixed"].empty());
    EXPECT_TRUE(json["verdicts"]["broken"].empty());

    Git({"am", "out.patch"});
    EXPECT_EQ(Git({"log", "-1", "--format=%an/%s/%b"}),
              "Ann/a full disk is an error/(cherry picked from commit " +
                  fix_ + ")\n\n");
}

TEST_F(PortCommandTest, FixThatIsThereNeedsNoPatchAndNoProof)
{
    ProcessResult result = Port(".@" + fix_);
    EXPECT_EQ(result.exit_status, 0) << result.out << result.err;
    EXPECT_EQ(Json(result)["proof"], "not needed");
    EXPECT_FALSE(fs::exists(folder_ / "out.patch"));
}

TEST_F(PortCommandTest, FixThatIsThereInAnotherFormNeedsNoPatch)
{
    std::string other = Commit(
        "the same, said otherwise",
        Replaced(bad_, "return 0;\n    }\n    return res < 0",
                 "return -(ENOSPC);\n    }\n    return res < 0"));
    ProcessResult result = Port(".@" + other);
    EXPECT_EQ(result.exit_status, 0) << result.out << result.err;
    nlohmann::json json = Json(result);
    EXPECT_EQ(json["proof"], "not needed");
    EXPECT_EQ(json["hunks"][0]["state"], "already");
    EXPECT_FALSE(json["verdicts"]["pass_already"].empty());
    EXPECT_FALSE(fs::exists(folder_ / "out.patch"));
}

TEST_F(PortCommandTest, ChangeThatIsNeitherAFileNorARangeIsNamed)
{
    ProcessResult ported = Laio({"port", "--from", "nowhere.patch", "--onto",
                                 folder_.string()});
    EXPECT_EQ(ported.exit_status, 3);
    EXPECT_TRUE(Has(ported.err, "nowhere.patch is not a file"))
        << ported.err;
}

TEST_F(PortCommandTest, WithoutAProofThereIsNoClaim)
{
    std::string text = "static int laio_result(int at_end)\n{\n"
                       "    if (at_end) {\n        return 0;\n    }\n"
                       "    return res < 0 ? (int)res : -EIO;\n}\n";
    std::string small = Commit("no laio_init", text);
    ProcessResult result = Port(".@" + small);
    EXPECT_EQ(result.exit_status, 1) << result.out << result.err;
    std::string proof = Json(result)["proof"];
    EXPECT_NE(proof.find("nothing could be run"), std::string::npos) << proof;
}

}  // namespace
}  // namespace laio
