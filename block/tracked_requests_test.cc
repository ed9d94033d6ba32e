#include "block/tracked_requests.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>

#include "block/aio.h"
#include "qapi/error.h"

namespace {

class TrackedRequestsTest : public ::testing::Test {
 protected:
    struct Write {
        TrackedRequestsTest *test;
        std::string name;
        TrackedRequest tracked;
    };

    TrackedRequestsTest() { qemu_set_current_aio_context(ctx_); }
    ~TrackedRequestsTest() override
    {
        qemu_set_current_aio_context(nullptr);
        aio_context_unref(ctx_);
    }

    // Notes the name when it may begin.
    Write *Begin(const std::string &name, uint64_t start, uint64_t end,
                 bool serialising = false)
    {
        Write *write = &writes_.emplace_back();
        write->test = this;
        write->name = name;
        write->tracked.start = start;
        write->tracked.end = end;
        write->tracked.serialising = serialising;
        const auto body = [](void *opaque) {
            auto *write = static_cast<Write *>(opaque);
            tracked_request_begin(&write->test->tracked_, &write->tracked);
            write->test->begun_ += write->name + " ";
        };
        qemu_coroutine_enter(qemu_coroutine_create(body, write));
        return write;
    }

    void End(Write *write) { tracked_request_end(&tracked_, &write->tracked); }

    AioContext *ctx_ = aio_context_new(&error_abort);
    TrackedRequests tracked_;
    std::deque<Write> writes_;
    std::string begun_;
};

TEST_F(TrackedRequestsTest, WritesOfWholeBlocksGoSideBySideEvenOnOnePlace)
{
    Write *a = Begin("a", 0, 10);
    Write *b = Begin("b", 5, 15);
    EXPECT_EQ(begun_, "a b ");
    End(a);
    End(b);
}

TEST_F(TrackedRequestsTest, SerialisingOneWaitsForWhatItOverlaps)
{
    Write *a = Begin("a", 0, 10);
    Write *b = Begin("b", 9, 12, true);
    EXPECT_EQ(begun_, "a ");
    End(a);
    EXPECT_EQ(begun_, "a b ");
    End(b);
}

TEST_F(TrackedRequestsTest, NeighboursDoNotOverlap)
{
    Write *a = Begin("a", 0, 10, true);
    Write *b = Begin("b", 10, 20, true);
    EXPECT_EQ(begun_, "a b ");
    End(a);
    End(b);
}

TEST_F(TrackedRequestsTest, OthersWaitForASerialisingOne)
{
    Write *a = Begin("a", 0, 10, true);
    Write *b = Begin("b", 0, 10);
    Write *c = Begin("c", 20, 30);
    EXPECT_EQ(begun_, "a c ");
    End(a);
    EXPECT_EQ(begun_, "a c b ");
    End(b);
    End(c);
}

TEST_F(TrackedRequestsTest, OneThatWaitsIsNotOvertakenByLaterOnes)
{
    Write *a = Begin("a", 0, 10);
    Write *b = Begin("b", 5, 15, true);
    Write *c = Begin("c", 12, 20);
    EXPECT_EQ(begun_, "a ");
    End(a);
    EXPECT_EQ(begun_, "a b ");
    End(b);
    EXPECT_EQ(begun_, "a b c ");
    End(c);
}

TEST_F(TrackedRequestsTest, OneThatWaitsForTwoBeginsBehindTheSecond)
{
    Write *a = Begin("a", 0, 10);
    Write *b = Begin("b", 10, 20);
    Write *c = Begin("c", 5, 15, true);
    End(b);
    EXPECT_EQ(begun_, "a b ");
    End(a);
    EXPECT_EQ(begun_, "a b c ");
    End(c);
}

TEST_F(TrackedRequestsTest, EarlierOneIsNotFreedTwiceByTheEndOfALaterOne)
{
    Write *a = Begin("a", 0, 10, true);
    Write *b = Begin("b", 0, 10, true);
    Write *c = Begin("c", 30, 40, true);
    End(c);
    EXPECT_EQ(begun_, "a c ");
    End(a);
    End(b);
    EXPECT_EQ(begun_, "a c b ");
    EXPECT_EQ(tracked_.waiting, 0u);
    EXPECT_EQ(tracked_.serialising, 0u);
}

TEST_F(TrackedRequestsTest, TryingDoesNotWait)
{
    Write *a = Begin("a", 0, 10, true);
    TrackedRequest whole;
    whole.end = 5;
    EXPECT_FALSE(tracked_request_try_begin(&tracked_, &whole));
    whole.start = 10;
    whole.end = 20;
    EXPECT_TRUE(tracked_request_try_begin(&tracked_, &whole));
    tracked_request_end(&tracked_, &whole);
    End(a);
}

}  // namespace
