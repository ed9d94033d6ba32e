#include "tools/dev/salvage_score.h"

#include <gtest/gtest.h>

#include "tests/corpus/damage.h"
#include "tools/dev/corpus_commits.h"
#include "tools/git/scratch_repository.h"

namespace laio {
namespace {

constexpr const char *kQueue = R"(#include "queue.h"

struct Queue {
    Request *slots[QUEUE_SLOTS];
    unsigned head;
    unsigned tail;
    bool plugged;
};

static bool queue_is_empty(const Queue *q)
{
    return q->head == q->tail;
}

/* Takes the request that waits longest. */
static Request *queue_take(Queue *q)
{
    Request *req = q->slots[q->head % QUEUE_SLOTS];

    q->head++;
    return req;
}

int queue_add(Queue *q, Request *req)
{
    if (q->tail - q->head == QUEUE_SLOTS) {
        return -EAGAIN;
    }
    q->slots[q->tail++ % QUEUE_SLOTS] = req;
    queue_kick(q);
    return 0;
}
)";

std::string Replaced(std::string text, const std::string &what,
                     const std::string &by)
{
    return text.replace(text.find(what), what.size(), by);
}

// Two commits: one to a file, one to two files.
class Salvaged : public testing::Test {
 protected:
    Salvaged()
    {
        std::string queue = kQueue;
        tree_.Commit({{"block/queue.c", queue}, {"README", "A queue.\n"}});
        queue = Replaced(queue, "    bool plugged;\n",
                         "    unsigned nested;  /* how often plugged */\n");
        queue = Replaced(queue, "static bool queue_is_empty",
                         "static unsigned queue_length(const Queue *q)\n{\n"
                         "    return q->tail - q->head;\n}\n\n"
                         "static bool queue_is_empty");
        tree_.Commit({{"block/queue.c", queue}});
        queue = Replaced(queue, "        return -EAGAIN;\n",
                         "        trace_queue_full(q, \"no room for it\",\n"
                         "                         q->head);\n"
                         "        return -EBUSY;\n");
        tree_.Commit({{"block/queue.c", queue},
                      {"README", "A queue.\nIt may be full.\n"}});
        CommitQuery query;
        query.tree = tree_.directory();
        query.since = "1990-01-01";
        query.until = "2037-01-01";
        query.min_lines = 1;
        auto commits = SampleCommits(query);
        EXPECT_TRUE(commits) << (commits ? "" : commits.error().message);
        commits_ = commits ? std::move(*commits) : commits_;
    }

    KindTotal TotalOf(const std::vector<const Damage *> &damages, int seeds)
    {
        KindTotal total;
        for (const CorpusCommit &commit : commits_) {
            auto before = tree_->At(commit.id + "^");
            for (int seed = 0; seed < seeds; seed++) {
                Random random(seed, commit.mail.body);
                total.Add(ScoreMail(
                    DamagedMail(commit.mail, damages, &random), commit,
                    **before, {.max_candidates = 1u << 13}));
            }
        }
        return total;
    }

    ScratchRepository tree_;
    std::vector<CorpusCommit> commits_;
};

int Wrong(const KindTotal &total)
{
    return total.files[std::size_t(Outcome::kExactWrong)] +
           total.files[std::size_t(Outcome::kConsistentWrong)];
}

TEST_F(Salvaged, CommitsAreThereWithTheTruthAboutTheirFiles)
{
    ASSERT_EQ(commits_.size(), 2u);
    EXPECT_EQ(commits_[0].files.size() + commits_[1].files.size(), 3u);
    EXPECT_EQ(commits_[0].files[0].post_id.size(), 40u);
    EXPECT_EQ(commits_[0].mail.body.find(commits_[0].files[0].post_id),
              std::string::npos);
}

TEST_F(Salvaged, NoKindOfDamageLeadsToAFalseProof)
{
    for (const Damage &damage : AllDamages()) {
        EXPECT_EQ(Wrong(TotalOf({&damage}, 1)), 0) << damage.name;
    }
}

TEST_F(Salvaged, WhatHappensOftenIsUndone)
{
    for (const char *name :
         {"encoded", "line-ends", "flowed", "quoted", "commented", "wrapped",
          "rstripped", "tabs", "indents-lost", "collapsed", "flattened",
          "typography", "miscounted"}) {
        KindTotal total = TotalOf({FindDamage(name)}, 2);
        EXPECT_EQ(total.mails_right, total.mails) << name;
    }
}

TEST_F(Salvaged, NothingLostIsPaperedOver)
{
    for (const char *name : {"line-missing", "line-doubled", "trimmed"}) {
        KindTotal total = TotalOf({FindDamage(name)}, 4);
        EXPECT_EQ(total.files[std::size_t(Outcome::kGuessedWrong)], 0) << name;
        EXPECT_EQ(Wrong(total), 0) << name;
    }
}

TEST_F(Salvaged, ComposedDamageIsNeverProvenWrong)
{
    for (int seed = 0; seed < 6; seed++) {
        Random random(seed);
        EXPECT_EQ(Wrong(TotalOf(ChooseDamages(3, &random), 1)), 0) << seed;
    }
}

}  // namespace
}  // namespace laio
