// What the fake kernel must have in common with the real one about polls and
// about io_getevents() that waits: each test runs on both.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <string>

#include "tests/fake_kernel/fake_kernel.h"

namespace laio {
namespace {

struct Listener : KernelListener {
    void CallBegins(const std::string &) override {}
    void CallEnds(const std::string &, long) override {}
    void Delivers(const std::string &, bool) override {}
    void PromiseBroken(const std::string &what) override
    {
        ADD_FAILURE() << what;
    }
    void Hangs(const std::string &why) override
    {
        throw std::runtime_error(why);
    }
};

enum class Kind { kReal, kFake };

class PollFactsTest : public ::testing::TestWithParam<Kind> {
 protected:
    static constexpr int kEvents = 8;

    PollFactsTest()
    {
        kernel_ = GetParam() == Kind::kReal
                      ? io_kernel_real()
                      : static_cast<IoKernel *>(&fake_);
        epoll_event event = {.events = EPOLLIN, .data = {}};
        epoll_ctl(set_, EPOLL_CTL_ADD, eventfd_, &event);
    }

    void SetUp() override
    {
        if (kernel_->setup(kEvents, &ctx_) != 0) {
            GTEST_SKIP() << "no kernel AIO here";
        }
    }

    ~PollFactsTest() override
    {
        if (ctx_ != nullptr) {
            kernel_->destroy(ctx_);
        }
        close(set_);
        close(eventfd_);
    }

    int Arm(int fd, unsigned long data = 7)
    {
        iocb *iocb = &poll_;
        io_prep_poll(iocb, fd, POLLIN);
        iocb->data = reinterpret_cast<void *>(data);
        return kernel_->submit(ctx_, 1, &iocb);
    }

    void Set() { eventfd_write(eventfd_, 1); }
    void Clear()
    {
        eventfd_t value;
        eventfd_read(eventfd_, &value);
    }

    int Get(long min_nr, long nr, int64_t timeout_ns)
    {
        struct timespec timeout = {0, timeout_ns};
        return kernel_->getevents(ctx_, min_nr, nr, events_, &timeout);
    }

    Listener listener_;
    FakeKernel fake_{&listener_};
    IoKernel *kernel_;
    io_context_t ctx_ = nullptr;
    int eventfd_ = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    int set_ = epoll_create1(EPOLL_CLOEXEC);
    struct iocb poll_ = {};
    io_event events_[kEvents] = {};
};

TEST_P(PollFactsTest, PollOfAnEpollSetEndsWhenOneInItIsReady)
{
    ASSERT_EQ(Arm(set_), 1);
    EXPECT_EQ(Get(0, kEvents, 0), 0);
    Set();
    ASSERT_EQ(Get(1, kEvents, 0), 1);
    EXPECT_EQ(events_[0].data, reinterpret_cast<void *>(7));
    EXPECT_EQ(events_[0].obj, &poll_);
    EXPECT_EQ(events_[0].res, static_cast<unsigned long>(POLLIN));
    EXPECT_EQ(events_[0].res2, 0u);
}

TEST_P(PollFactsTest, PollIsOneShot)
{
    ASSERT_EQ(Arm(set_), 1);
    Set();
    EXPECT_EQ(Get(1, kEvents, 0), 1);
    Clear();
    Set();
    EXPECT_EQ(Get(0, kEvents, 0), 0);
}

TEST_P(PollFactsTest, PollOfWhatIsReadyEndsInsideTheSubmission)
{
    Set();
    ASSERT_EQ(Arm(set_), 1);
    EXPECT_EQ(Get(1, kEvents, 0), 1);
}

TEST_P(PollFactsTest, WhatIsNotReadyAnyMoreEndsNoPoll)
{
    Set();
    ASSERT_EQ(Arm(set_), 1);
    EXPECT_EQ(Get(1, kEvents, 0), 1);
    Clear();
    ASSERT_EQ(Arm(set_), 1);
    EXPECT_EQ(Get(0, kEvents, 0), 0);
}

TEST_P(PollFactsTest, PollKeepsAClosedSetAtWork)
{
    ASSERT_EQ(Arm(set_), 1);
    close(std::exchange(set_, -1));
    Set();
    EXPECT_EQ(Get(1, kEvents, 0), 1);
}

TEST_P(PollFactsTest, CancelledPollHasItsEventNevertheless)
{
    ASSERT_EQ(Arm(set_), 1);
    EXPECT_EQ(kernel_->cancel(ctx_, &poll_, events_), -EINPROGRESS);
    // The kernel's worker posts it.
    ASSERT_EQ(Get(1, kEvents, 900'000'000), 1);
    EXPECT_EQ(events_[0].data, reinterpret_cast<void *>(7));
    EXPECT_EQ(events_[0].res, 0u);
    EXPECT_EQ(kernel_->cancel(ctx_, &poll_, events_), -EINVAL);
}

TEST_P(PollFactsTest, IocbOfACancelledPollMayBeUsedAtOnce)
{
    ASSERT_EQ(Arm(set_, 1), 1);
    kernel_->cancel(ctx_, &poll_, events_);
    ASSERT_EQ(Arm(set_, 2), 1);
    Set();
    ASSERT_EQ(Get(2, kEvents, 900'000'000), 2);
    EXPECT_NE(events_[0].data, events_[1].data);
}

TEST_P(PollFactsTest, PollThatHasEndedCannotBeCancelled)
{
    ASSERT_EQ(Arm(set_), 1);
    Set();
    EXPECT_EQ(kernel_->cancel(ctx_, &poll_, events_), -EINVAL);
    EXPECT_EQ(Get(1, kEvents, 0), 1);
}

TEST_P(PollFactsTest, WhatIsNoPollIsRefused)
{
    EXPECT_EQ(Arm(-1), -EBADF);
    iocb *iocb = &poll_;
    io_prep_poll(iocb, set_, POLLIN);
    iocb->u.c.offset = 1;
    EXPECT_EQ(kernel_->submit(ctx_, 1, &iocb), -EINVAL);
}

TEST_P(PollFactsTest, TimeoutEndsAWait)
{
    ASSERT_EQ(Arm(set_), 1);
    EXPECT_EQ(Get(1, kEvents, 1), 0);
}

TEST_P(PollFactsTest, WaitForOneTakesOneAndLeavesTheRest)
{
    struct iocb other;
    iocb *iocb = &other;
    Set();
    ASSERT_EQ(Arm(set_), 1);
    io_prep_poll(iocb, eventfd_, POLLIN);
    ASSERT_EQ(kernel_->submit(ctx_, 1, &iocb), 1);
    EXPECT_EQ(Get(1, 1, 900'000'000), 1);
    EXPECT_EQ(events_[0].obj, &poll_);
    EXPECT_EQ(Get(1, 1, 900'000'000), 1);
    EXPECT_EQ(events_[0].obj, &other);
}

TEST_P(PollFactsTest, ContextEndsWithAPollInIt)
{
    ASSERT_EQ(Arm(set_), 1);
    EXPECT_EQ(kernel_->destroy(std::exchange(ctx_, nullptr)), 0);
}

INSTANTIATE_TEST_SUITE_P(Kernels, PollFactsTest,
                         ::testing::Values(Kind::kReal, Kind::kFake),
                         [](const auto &info) {
                             return info.param == Kind::kReal ? "Real"
                                                              : "Fake";
                         });

class FakePollTest : public PollFactsTest {};

TEST_P(FakePollTest, PollNeedsASlotOfTheRingAndIsNoRequest)
{
    kernel_->destroy(std::exchange(ctx_, nullptr));
    fake_.set_ring({.nr = 2});
    ASSERT_EQ(kernel_->setup(kEvents, &ctx_), 0);
    ASSERT_EQ(Arm(set_), 1);
    EXPECT_EQ(fake_.polls(), 1u);
    EXPECT_EQ(fake_.in_flight(), 0u);
    struct iocb other;
    iocb *iocb = &other;
    io_prep_poll(iocb, eventfd_, POLLIN);
    EXPECT_EQ(kernel_->submit(ctx_, 1, &iocb), -EAGAIN);
    Set();
    EXPECT_EQ(kernel_->submit(ctx_, 1, &iocb), -EAGAIN);
    EXPECT_EQ(fake_.unread(), 0u);
    EXPECT_EQ(Get(1, kEvents, 0), 1);
    EXPECT_EQ(kernel_->submit(ctx_, 1, &iocb), 1);
}

TEST_P(FakePollTest, PlansForPollsAreApart)
{
    fake_.Plan({KernelCall::kSubmitPoll, 1, -EINVAL});
    fake_.Plan({KernelCall::kCancelPoll, 1, -EINVAL});
    EXPECT_EQ(Arm(set_), -EINVAL);
    EXPECT_EQ(Arm(set_), 1);
    EXPECT_EQ(kernel_->cancel(ctx_, &poll_, events_), -EINVAL);
    EXPECT_EQ(fake_.calls(KernelCall::kSubmit), 0);
    EXPECT_EQ(fake_.calls(KernelCall::kCancel), 0);
    EXPECT_TRUE(fake_.Unfired().empty());
}

TEST_P(FakePollTest, WaitWithNothingToComeIsAHang)
{
    ASSERT_EQ(Arm(set_), 1);
    EXPECT_THROW(kernel_->getevents(ctx_, 1, 1, events_, nullptr),
                 std::runtime_error);
    fake_.Later([this] { Set(); });
    EXPECT_EQ(kernel_->getevents(ctx_, 1, 1, events_, nullptr), 1);
}

INSTANTIATE_TEST_SUITE_P(Kernels, FakePollTest,
                         ::testing::Values(Kind::kFake),
                         [](const auto &) { return "Fake"; });

}  // namespace
}  // namespace laio
