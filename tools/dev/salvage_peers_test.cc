#include "tools/dev/salvage_peers.h"

#include <gtest/gtest.h>

#include "tests/corpus/damage.h"
#include "tools/dev/salvage_drift.h"
#include "tools/git/scratch_repository.h"

namespace laio {
namespace {

// A file of ten lines, of which some say something else.
std::string Lines(std::map<int, std::string> other = {})
{
    std::string text;
    for (int i = 1; i <= 10; i++) {
        text += other.count(i) ? other[i] + "\n"
                               : "line " + std::to_string(i) + "\n";
    }
    return text;
}

class Peers : public testing::Test {
 protected:
    Peers()
    {
        tree_.Commit({{"a.txt", Lines()}});
        tree_.Commit({{"a.txt", Lines({{2, "two"}})}});
        tree_.Commit({{"a.txt", Lines({{2, "two"}, {9, "nine"}})}});
        query_.tree = tree_.directory();
        query_.since = "1990-01-01";
        query_.until = "2037-01-01";
        query_.min_lines = 1;
        auto commits = SampleCommits(query_);
        for (CorpusCommit &commit : *commits) {
            if (commit.id == *tree_->CommitId("HEAD~1")) {
                commit_ = std::move(commit);
            }
        }
    }

    ScratchRepository tree_;
    CommitQuery query_;
    CorpusCommit commit_;  // the first of the two changes
};

TEST_F(Peers, ApplyACleanMailAndNoQuotedOne)
{
    auto bench = PeerBench::Open(commit_, query_.tree);
    ASSERT_TRUE(bench) << bench.error().message;
    Random random(1);
    std::string quoted = DamagedMail(commit_.mail, {FindDamage("commented")},
                                     &random);
    for (const char *peer : {"git-am", "git-apply"}) {
        EXPECT_EQ(bench->Run(peer, Wire(commit_.mail)), 1) << peer;
        EXPECT_EQ(bench->Run(peer, quoted), 0) << peer;
        EXPECT_EQ(bench->Run(peer, Wire(commit_.mail)), 1) << peer;
    }
}

TEST_F(Peers, ADriftedTreeTakesThePatchAsGitMergeFileDoes)
{
    std::string late = tree_.Commit({{"a.txt", Lines({{9, "nine"}})}});
    std::vector<std::string> order = {late, commit_.id};
    for (bool blobs : {true, false}) {
        DriftTotal total = ScoreDrift(commit_, order, 1, blobs, query_,
                                      &*tree_);
        EXPECT_EQ(total.files, 1);
        EXPECT_EQ(total.merged, 1);
        EXPECT_EQ(total.same, 1);
        EXPECT_EQ(total.differ, 0);
    }
}

}  // namespace
}  // namespace laio
